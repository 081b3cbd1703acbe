package dev.aiwm.command.execution;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionMilestoneReached;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepSkipped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows by itself from where an execution stands: the next steps, the undoing, the end.
 *
 * <p>When a required step has failed nothing new is dispatched and no attempt repeated; what is in
 * flight is awaited, or times out, and then everything is undone. An execution that is cancelled or
 * has had its time does not wait: what is in flight counts as failed and is undone with the rest,
 * after it on the same node.
 */
final class Course {
    private static final List<ExecutionEvent> NOTHING = List.of();

    private Course() {}

    static List<ExecutionEvent> next(ExecutionState state, Instant now) {
        if (state.status() == ExecutionStatus.COMPENSATING) {
            return Compensations.isOneUnderWay(state) ? NOTHING : undo(state, now);
        }
        if (state.status() != ExecutionStatus.RUNNING) {
            return NOTHING;
        }
        var failure = reasonToGiveUp(state);
        if (failure != null) {
            return state.isPaused() ? NOTHING : windDown(state, failure);
        }
        if (Milestones.isReached(state)) {
            return List.of(
                    new ExecutionMilestoneReached(state.executionId(), Milestones.of(state)));
        }
        if (ReadySteps.allDone(state)) {
            return List.of(
                    new ExecutionSucceeded(
                            state.executionId(),
                            state.action(),
                            state.subject(),
                            Results.of(state)));
        }
        return state.isPaused() ? NOTHING : begin(state, now);
    }

    private static List<ExecutionEvent> begin(ExecutionState state, Instant now) {
        var events = new ArrayList<ExecutionEvent>();
        for (var step : ReadySteps.of(state)) {
            events.add(dispatched(state, step, false, now));
        }
        return events;
    }

    /** That it is to be cancelled, or the failure of a required step; null while there is none. */
    static Failure reasonToGiveUp(ExecutionState state) {
        var cancellation = state.cancellation();
        if (cancellation != null) {
            return Steering.cancelled(cancellation.reason(), cancellation.at());
        }
        return state.steps().stream()
                .filter(step -> step.status() == StepStatus.FAILED && !step.plan().optional())
                .map(StepState::failure)
                .findFirst()
                .orElse(null);
    }

    private static List<ExecutionEvent> windDown(ExecutionState state, Failure failure) {
        var events = new ArrayList<ExecutionEvent>();
        boolean inFlight = false;
        for (var step : state.steps()) {
            inFlight |= step.status().isInFlight();
            if (step.status() == StepStatus.WAITING_RETRY) {
                events.add(failed(state, step, step.failure()));
            }
            if (step.status() == StepStatus.PENDING) {
                events.add(skipped(state, step));
            }
        }
        if (!inFlight) {
            events.add(undoOrEnd(state, failure, state.cancelRequested()));
        }
        return events;
    }

    /** Ends all that is not over, without waiting for it, and begins to undo. */
    static List<ExecutionEvent> giveUp(ExecutionState state, Failure failure, boolean cancelled) {
        var events = new ArrayList<ExecutionEvent>();
        for (var step : state.steps()) {
            if (step.status() == StepStatus.PENDING) {
                events.add(skipped(state, step));
            } else if (!step.status().isEnded()) {
                events.add(failed(state, step, failure));
            }
        }
        events.add(undoOrEnd(state, failure, cancelled));
        return events;
    }

    private static ExecutionEvent undoOrEnd(
            ExecutionState state, Failure failure, boolean cancelled) {
        return Compensations.isAnythingToUndo(state)
                ? new CompensationStarted(state.executionId(), failure)
                : ended(state, failure, cancelled);
    }

    private static List<ExecutionEvent> undo(ExecutionState state, Instant now) {
        return Compensations.next(state)
                .map(step -> List.<ExecutionEvent>of(dispatched(state, step, true, now)))
                .orElseGet(() -> List.of(ended(state, state.failure(), state.cancelRequested())));
    }

    private static ExecutionEvent ended(ExecutionState state, Failure failure, boolean cancelled) {
        return cancelled
                ? new ExecutionCancelled(
                        state.executionId(), state.action(), state.subject(), failure)
                : new ExecutionFailed(
                        state.executionId(), state.action(), state.subject(), failure);
    }

    /** The next attempt, numbered on through all rounds. */
    static StepDispatched dispatched(
            ExecutionState state, StepState step, boolean compensation, Instant now) {
        var plan = step.plan();
        return new StepDispatched(
                state.executionId(),
                step.index(),
                step.lastAttempt(compensation) + 1,
                compensation,
                plan.nodeId(),
                state.subjectOf(step),
                compensation ? plan.compensation() : plan.command(),
                now.plusSeconds(plan.timeoutSeconds()),
                state.priority(),
                compensation ? List.of() : Following.after(state, step));
    }

    private static StepFailed failed(ExecutionState state, StepState step, Failure failure) {
        return new StepFailed(state.executionId(), step.index(), step.attempt(), failure);
    }

    private static StepSkipped skipped(ExecutionState state, StepState step) {
        return new StepSkipped(state.executionId(), step.index(), "the execution was given up");
    }
}
