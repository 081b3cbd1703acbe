package dev.aiwm.contracts.execution.query;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

/** Tells from an execution and its step what the step waits for. */
final class Waiting {
    private Waiting() {}

    /** Null when it waits for nothing: it is worked on, or has ended. */
    static WaitingFor of(ExecutionState execution, StepState step) {
        if (execution.status() == ExecutionStatus.COMPENSATING
                && step.status() != StepStatus.WAITING_RETRY) {
            boolean out = step.status() == StepStatus.COMPENSATING;
            return out && step.acknowledgedAt() == null ? toBeTaken(step) : null;
        }
        return switch (step.status()) {
            case PENDING -> execution.isPaused() ? WaitingFor.RESUME : WaitingFor.DEPENDENCIES;
            case WAITING_RETRY -> execution.isPaused() ? WaitingFor.RESUME : WaitingFor.RETRY;
            case DISPATCHED -> toBeTaken(step);
            case ACKNOWLEDGED,
                    SUCCEEDED,
                    FAILED,
                    SKIPPED,
                    COMPENSATING,
                    COMPENSATED,
                    COMPENSATION_FAILED,
                    UNKNOWN ->
                    null;
        };
    }

    private static WaitingFor toBeTaken(StepState step) {
        return step.isSent() ? WaitingFor.ACKNOWLEDGEMENT : WaitingFor.TURN;
    }
}
