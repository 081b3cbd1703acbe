package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

import java.util.HashSet;
import java.util.List;

/**
 * What can be dispatched now. A step is ready when everything it depends on is done. A failed
 * optional step counts as done: "optional" says that nobody after it relies on it.
 */
final class ReadySteps {
    private ReadySteps() {}

    static List<StepState> of(ExecutionState state) {
        var done = new HashSet<String>();
        for (var step : state.steps()) {
            if (isDone(step)) {
                done.add(step.plan().name());
            }
        }
        return state.steps().stream()
                .filter(step -> step.status() == StepStatus.PENDING)
                .filter(step -> done.containsAll(step.plan().dependsOn()))
                .toList();
    }

    static boolean allDone(ExecutionState state) {
        return state.steps().stream().allMatch(ReadySteps::isDone);
    }

    private static boolean isDone(StepState step) {
        return step.status() == StepStatus.SUCCEEDED
                || step.status() == StepStatus.FAILED && step.plan().optional();
    }
}
