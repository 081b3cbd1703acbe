package dev.aiwm.command.execution;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

import java.util.Optional;

/**
 * What is to be undone, one step at a time, the latest first. Undone is whatever was ever sent to a
 * node, or told ahead, and can be undone: also a step that failed or timed out, because what it
 * left is not known.
 */
final class Compensations {
    private Compensations() {}

    static Optional<StepState> next(ExecutionState state) {
        var order = StepOrder.of(state.steps().stream().map(StepState::plan).toList());
        for (int i = order.size() - 1; i >= 0; i--) {
            var step = state.step(order.get(i));
            if (isToBeUndone(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** A compensation is out or waits for another attempt. */
    static boolean isOneUnderWay(ExecutionState state) {
        return state.steps().stream()
                .anyMatch(
                        step ->
                                step.status() == StepStatus.COMPENSATING
                                        || step.status() == StepStatus.WAITING_RETRY);
    }

    /** Some step was sent to a node and can be undone, once it is over. */
    static boolean isAnythingToUndo(ExecutionState state) {
        return state.steps().stream()
                .filter(step -> !step.status().isUndone())
                .anyMatch(Compensations::canBeUndone);
    }

    private static boolean isToBeUndone(StepState step) {
        boolean ended = step.status().isEnded() && !step.status().isUndone();
        return ended && canBeUndone(step);
    }

    private static boolean canBeUndone(StepState step) {
        boolean begun =
                step.status() == StepStatus.PENDING || step.status() == StepStatus.SKIPPED
                        ? step.toldAhead()
                        : step.attempt() > 0;
        return begun && step.plan().compensation() != null;
    }
}
