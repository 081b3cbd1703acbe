package dev.aiwm.command.execution;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepRecovered;
import dev.aiwm.contracts.execution.event.StepSucceeded;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A person decides what became of a step that nobody hears of. What its node says later is late.
 */
final class Recovery {
    private Recovery() {}

    static List<ExecutionEvent> of(ExecutionState state, RecoverStep command, Instant now) {
        Steering.theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (command.step() < 0 || command.step() >= state.steps().size()) {
            throw new Rejection(RejectionCode.INVALID_PLAN, "there is no step " + command.step());
        }
        var step = state.step(command.step());
        boolean open = step.status().isInFlight() || step.status() == StepStatus.WAITING_RETRY;
        if (!open) {
            throw new Rejection(
                    RejectionCode.ILLEGAL_TRANSITION,
                    "only a step that is out or waits to be tried again can be decided",
                    Map.of("currentState", step.status().wire()));
        }
        boolean undoing = state.status() == ExecutionStatus.COMPENSATING;
        return List.of(
                new StepRecovered(
                        state.executionId(),
                        step.index(),
                        step.attempt(),
                        undoing,
                        command.succeeded(),
                        command.reason()),
                undoing ? undone(state, step, command, now) : done(state, step, command, now));
    }

    private static ExecutionEvent done(
            ExecutionState state, StepState step, RecoverStep command, Instant now) {
        return command.succeeded()
                ? new StepSucceeded(
                        state.executionId(), step.index(), step.attempt(), StepResult.EMPTY)
                : new StepFailed(
                        state.executionId(), step.index(), step.attempt(), failure(command, now));
    }

    private static ExecutionEvent undone(
            ExecutionState state, StepState step, RecoverStep command, Instant now) {
        return command.succeeded()
                ? new StepCompensated(state.executionId(), step.index())
                : new StepCompensationFailed(
                        state.executionId(), step.index(), failure(command, now));
    }

    private static Failure failure(RecoverStep command, Instant now) {
        return new Failure(RejectionCode.FAILED_BY_OPERATOR.name(), command.reason(), now);
    }
}
