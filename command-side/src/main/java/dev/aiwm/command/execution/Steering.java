package dev.aiwm.command.execution;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.AmendExecution;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.ExecutionDeadlineMoved;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionPaused;
import dev.aiwm.contracts.execution.event.ExecutionPriorityChanged;
import dev.aiwm.contracts.execution.event.ExecutionRelabelled;
import dev.aiwm.contracts.execution.event.ExecutionResumed;
import dev.aiwm.contracts.execution.event.GracefulCancellationRequested;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of the wish to cancel an execution, to halt it, or to change what is given. */
final class Steering {
    private static final List<ExecutionEvent> NOTHING = List.of();

    private Steering() {}

    /** What is in flight may finish when there is time for it; else all is given up at once. */
    static List<ExecutionEvent> cancel(ExecutionState state, CancelExecution command, Instant now) {
        theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        boolean ending =
                state.status() == ExecutionStatus.CANCELLED
                        || state.status() == ExecutionStatus.COMPENSATING;
        if (ending) {
            return NOTHING;
        }
        onlyWhatIsUnderWay(state);
        String reason = command.reason() == null ? "cancelled" : command.reason();
        boolean mayFinish =
                command.graceSeconds() > 0
                        && state.steps().stream().anyMatch(step -> step.status().isInFlight());
        if (mayFinish) {
            return state.cancelRequested()
                    ? NOTHING
                    : List.of(
                            new GracefulCancellationRequested(
                                    state.executionId(),
                                    reason,
                                    now.plusSeconds(command.graceSeconds())));
        }
        var events = new ArrayList<ExecutionEvent>();
        events.add(new CancellationRequested(state.executionId(), reason));
        events.addAll(Course.giveUp(state, cancelled(reason, now), true));
        return events;
    }

    /** The time is over in which what is in flight might have finished. */
    static List<ExecutionEvent> force(ExecutionState state, Instant now) {
        var cancellation = state.cancellation();
        boolean due =
                cancellation != null
                        && state.status() == ExecutionStatus.RUNNING
                        && !cancellation.forcedAt().isAfter(now);
        return due ? Course.giveUp(state, cancelled(cancellation.reason(), now), true) : NOTHING;
    }

    static Failure cancelled(String reason, Instant at) {
        return new Failure(RejectionCode.CANCELLED.name(), reason, at);
    }

    static List<ExecutionEvent> pause(ExecutionState state, PauseExecution command) {
        theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        if (state.isPaused()) {
            return NOTHING;
        }
        onlyWhatIsUnderWay(state);
        boolean forward = state.status() == ExecutionStatus.RUNNING && !state.cancelRequested();
        if (!forward) {
            throw illegal(state, "what is being undone cannot be paused");
        }
        return List.of(new ExecutionPaused(state.executionId(), command.reason()));
    }

    /** What was due meanwhile is done now. */
    static List<ExecutionEvent> resume(ExecutionState state, ResumeExecution command, Instant now) {
        theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        onlyWhatIsUnderWay(state);
        if (!state.isPaused()) {
            return NOTHING;
        }
        var events = new ArrayList<ExecutionEvent>();
        events.add(new ExecutionResumed(state.executionId()));
        if (Course.reasonToGiveUp(state) == null) {
            for (var step : state.steps()) {
                if (isOverdue(step, now)) {
                    events.add(Course.dispatched(state, step, false, now));
                }
            }
        }
        return events;
    }

    private static boolean isOverdue(StepState step, Instant now) {
        return step.status() == StepStatus.WAITING_RETRY && !step.dueAt().isAfter(now);
    }

    static List<ExecutionEvent> amend(ExecutionState state, AmendExecution command, Instant now) {
        theVersionIsTheOneTheCallerSaw(state, command.expectedSequence());
        var id = state.executionId();
        var events = new ArrayList<ExecutionEvent>();
        if (command.labels() != null && !command.labels().equals(state.labels())) {
            events.add(new ExecutionRelabelled(id, command.labels()));
        }
        if (command.deadline() != null && !command.deadline().equals(state.deadline())) {
            onlyWhatIsUnderWay(state);
            if (state.status() != ExecutionStatus.RUNNING) {
                throw illegal(state, "the undoing has no deadline");
            }
            theDeadlineIsSensible(command.deadline(), now);
            events.add(new ExecutionDeadlineMoved(id, command.deadline()));
        }
        if (command.priority() != null && command.priority() != state.priority()) {
            onlyWhatIsUnderWay(state);
            PlanRules.thePriorityIsOne(command.priority());
            events.add(new ExecutionPriorityChanged(id, command.priority()));
        }
        return events;
    }

    private static void theDeadlineIsSensible(Instant deadline, Instant now) {
        boolean sensible =
                deadline.isAfter(now)
                        && Duration.between(now, deadline).toSeconds() <= PlanRules.LONGEST_SECONDS;
        if (!sensible) {
            throw new Rejection(
                    RejectionCode.INVALID_PLAN, "the deadline must be in the next 30 days");
        }
    }

    static void onlyWhatIsUnderWay(ExecutionState state) {
        if (state.status().isEnded()) {
            throw new Rejection(
                    RejectionCode.EXECUTION_ENDED,
                    "the execution has ended",
                    Map.of("currentState", state.status().wire()));
        }
    }

    static void theVersionIsTheOneTheCallerSaw(ExecutionState state, long expectedSequence) {
        if (expectedSequence >= 0 && expectedSequence != state.sequence()) {
            throw new Rejection(
                    RejectionCode.VERSION_MISMATCH,
                    "the execution has changed since it was read",
                    Map.of("expected", expectedSequence, "actual", state.sequence()));
        }
    }

    static Rejection illegal(ExecutionState state, String message) {
        return new Rejection(
                RejectionCode.ILLEGAL_TRANSITION,
                message,
                Map.of("currentState", state.status().wire()));
    }
}
