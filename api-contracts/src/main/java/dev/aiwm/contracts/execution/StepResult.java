package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.resource.Runtime;

import java.util.Map;

/** What a node reports of a finished step. */
public record StepResult(
        Runtime runtime, Integer exitCode, String message, Map<String, String> details) {
    public StepResult {
        details = Copies.orEmpty(details);
    }

    public static final StepResult EMPTY = new StepResult(null, null, null, Map.of());
}
