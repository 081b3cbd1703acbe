package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.Runtime;

import java.util.Map;

/** What a node reports of a finished step. */
public record StepResult(
        Runtime runtime, Integer exitCode, String message, Map<String, String> details) {
    public StepResult {
        details = Copies.orEmpty(details);
    }

    /** The detail that says what the object does afterwards, where the command does not say it. */
    public static final String STATE = "state";

    /** The detail that names the parts of a size that are so already. */
    public static final String APPLIED = "applied";

    /** The detail that names the parts of a size that will be so from the next start on. */
    public static final String FROM_NEXT_START = "fromNextStart";

    public static final StepResult EMPTY = new StepResult(null, null, null, Map.of());

    /** What the object does afterwards; null when that was not told. */
    public ObservedState state() {
        String told = details.get(STATE);
        for (var each : ObservedState.values()) {
            if (each.wire().equals(told)) {
                return each;
            }
        }
        return null;
    }
}
