package dev.aiwm.command.execution;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.execution.command.ForceCancellation;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.StepDispatched;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rules of an execution as the aggregate puts them together, with its events and deadlines. */
final class Engine {
    private record Happened(ExecutionEvent event, EventFacts facts) {}

    /** What the clock would send, and when. */
    record Due(Instant at, ExecutionCommand command) {}

    private final List<Happened> log = new ArrayList<>();
    private final Consumer<StepDispatched> channel;
    private ExecutionState state;

    Engine(Consumer<StepDispatched> channel) {
        this.channel = channel;
    }

    ExecutionState state() {
        return state;
    }

    List<ExecutionEvent> events() {
        return log.stream().map(Happened::event).toList();
    }

    void begin(List<ExecutionEvent> events, Instant now) {
        events.forEach(event -> take(event, now));
        carryOn(now);
    }

    /** Throws a rejection and then has changed nothing. */
    void handle(ExecutionCommand command, Instant now) {
        decided(command, now).forEach(event -> take(event, now));
        carryOn(now);
    }

    private List<ExecutionEvent> decided(ExecutionCommand command, Instant now) {
        if (command instanceof RecordStepAcknowledged report) {
            return StepReports.news(state, report);
        } else if (command instanceof RecordStepSent report) {
            return StepReports.news(state, report, now);
        } else if (command instanceof RecordStepSucceeded report) {
            return StepReports.news(state, report);
        } else if (command instanceof RecordStepFailed report) {
            return StepReports.news(state, report, now);
        } else if (command instanceof TimeOutStep report) {
            return StepReports.news(state, report, now);
        } else if (command instanceof RetryStep again) {
            return StepReports.again(state, again, now);
        } else if (command instanceof CancelExecution cancel) {
            return Steering.cancel(state, cancel, now);
        } else if (command instanceof ForceCancellation) {
            return Steering.force(state, now);
        } else if (command instanceof PauseExecution pause) {
            return Steering.pause(state, pause);
        } else if (command instanceof ResumeExecution resume) {
            return Steering.resume(state, resume, now);
        } else if (command instanceof RetryExecution again) {
            return Rounds.again(state, again, now);
        } else if (command instanceof RecoverStep recover) {
            return Recovery.of(state, recover, now);
        } else if (command instanceof TimeOutExecution) {
            return timeOut(now);
        }
        throw new AssertionError("no rule for " + command);
    }

    private List<ExecutionEvent> timeOut(Instant now) {
        boolean due = state.status() == ExecutionStatus.RUNNING && !state.deadline().isAfter(now);
        var failure = new Failure("EXECUTION_TIMED_OUT", "not done", now);
        return due ? Course.giveUp(state, failure, state.cancelRequested()) : List.of();
    }

    private void carryOn(Instant now) {
        var following = Course.next(state, now);
        while (!following.isEmpty()) {
            following.forEach(event -> take(event, now));
            following = Course.next(state, now);
        }
    }

    private void take(ExecutionEvent event, Instant now) {
        var facts = new EventFacts(log.size(), now);
        log.add(new Happened(event, facts));
        state = ExecutionFold.evolve(state, event, facts);
        if (event instanceof StepDispatched dispatched) {
            channel.accept(dispatched);
        }
    }

    /** Forgets everything but what was stored. */
    void restart() {
        var before = state;
        state = null;
        for (var happened : log) {
            state = ExecutionFold.evolve(state, happened.event(), happened.facts());
        }
        if (!state.equals(before)) {
            throw new AssertionError("stored is " + state + " but it was " + before);
        }
    }

    /** The deadline that comes first; none is left only when nothing is under way. */
    Optional<Due> nextDue() {
        if (state.status().isEnded()) {
            return Optional.empty();
        }
        var id = state.executionId();
        var all = Stream.<Due>builder();
        if (state.status() == ExecutionStatus.RUNNING) {
            all.add(new Due(state.deadline(), new TimeOutExecution(id)));
            if (state.cancellation() != null) {
                all.add(new Due(state.cancellation().forcedAt(), new ForceCancellation(id)));
            }
        }
        boolean undoing = state.status() == ExecutionStatus.COMPENSATING;
        for (var step : state.steps()) {
            if (step.status().isInFlight()) {
                all.add(
                        new Due(
                                step.dueAt(),
                                new TimeOutStep(id, step.index(), step.attempt(), undoing)));
            } else if (step.status() == StepStatus.WAITING_RETRY && !state.isPaused()) {
                all.add(new Due(step.dueAt(), new RetryStep(id, step.index(), step.attempt())));
            }
        }
        return all.build().min(Comparator.comparing(Due::at));
    }
}
