package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.StepState;

import java.util.LinkedHashMap;

/** What all steps together brought about: of each part the latest word, of details all. */
final class Results {
    private Results() {}

    static StepResult of(ExecutionState state) {
        var merged = StepResult.EMPTY;
        for (int index : StepOrder.of(state.steps().stream().map(StepState::plan).toList())) {
            var result = state.step(index).result();
            if (result != null) {
                merged = merge(merged, result);
            }
        }
        return merged;
    }

    private static StepResult merge(StepResult before, StepResult after) {
        var details = new LinkedHashMap<>(before.details());
        details.putAll(after.details());
        return new StepResult(
                after.runtime() == null ? before.runtime() : after.runtime(),
                after.exitCode() == null ? before.exitCode() : after.exitCode(),
                after.message() == null ? before.message() : after.message(),
                details);
    }
}
