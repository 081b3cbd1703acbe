package dev.aiwm.command.execution;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.command.AmendExecution;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.ForceCancellation;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.RecordExecutionNeverBegun;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepProgress;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.ExecutionDescribed;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionStarted;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * A plan being carried out: dispatches what is ready, takes in what nodes report, retries, and
 * undoes what was done when a required step fails, the execution is cancelled or has had its time.
 *
 * <p>It always ends: every attempt has a time limit, attempts are counted, and the undoing is not
 * itself undone. {@link StepReports} says what is news, {@link Steering}, {@link Rounds} and {@link
 * Recovery} what a wish comes to, {@link Course} what follows from it.
 */
@Aggregate(cache = "aggregateCache")
public class Execution {
    @AggregateIdentifier private ExecutionId executionId;
    private ExecutionState state;

    Execution() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ExecutionState decide(StartExecution command, Clock clock) {
        if (state != null) {
            thePlanIsTheSame(command);
            return state;
        }
        PlanRules.check(command);
        var now = clock.instant();
        apply(
                new ExecutionStarted(
                        command.executionId(),
                        command.name(),
                        command.action(),
                        command.subject(),
                        command.owner(),
                        command.steps(),
                        now.plusSeconds(command.timeoutSeconds())));
        if (!command.options().equals(ExecutionOptions.NONE)) {
            apply(
                    new ExecutionDescribed(
                            executionId,
                            command.options().labels(),
                            command.options().priority(),
                            command.options().steps()));
        }
        return carriedOn(List.of(), now);
    }

    private void thePlanIsTheSame(StartExecution command) {
        boolean same =
                state.action() == command.action()
                        && state.subject().equals(command.subject())
                        && state.steps().stream()
                                .map(StepState::plan)
                                .toList()
                                .equals(command.steps());
        if (!same) {
            throw new Rejection(
                    RejectionCode.ALREADY_EXISTS, "there is another execution of this id");
        }
    }

    /** One that is there has begun, and ends by itself. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ExecutionState decide(RecordExecutionNeverBegun command, Clock clock) {
        if (state == null) {
            apply(
                    new ExecutionStarted(
                            command.executionId(),
                            command.name(),
                            command.action(),
                            command.subject(),
                            command.owner(),
                            List.of(),
                            clock.instant()));
            apply(
                    new ExecutionFailed(
                            executionId, command.action(), command.subject(), command.failure()));
        }
        return state;
    }

    @CommandHandler
    ExecutionState decide(CancelExecution command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Steering.cancel(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(ForceCancellation command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Steering.force(state, now), now);
    }

    @CommandHandler
    ExecutionState decide(PauseExecution command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Steering.pause(state, command), now);
    }

    @CommandHandler
    ExecutionState decide(ResumeExecution command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Steering.resume(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(AmendExecution command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Steering.amend(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(RetryExecution command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Rounds.again(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(RecoverStep command, Clock clock) {
        var now = clock.instant();
        return carriedOn(Recovery.of(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(RecordStepSent command, Clock clock) {
        var now = clock.instant();
        return carriedOn(StepReports.news(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(RecordStepAcknowledged command, Clock clock) {
        return carriedOn(StepReports.news(state, command), clock.instant());
    }

    @CommandHandler
    ExecutionState decide(RecordStepProgress command, Clock clock) {
        return carriedOn(StepReports.news(state, command), clock.instant());
    }

    @CommandHandler
    ExecutionState decide(RecordStepSucceeded command, Clock clock) {
        return carriedOn(StepReports.news(state, command), clock.instant());
    }

    @CommandHandler
    ExecutionState decide(RecordStepFailed command, Clock clock) {
        var now = clock.instant();
        return carriedOn(StepReports.news(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(TimeOutStep command, Clock clock) {
        var now = clock.instant();
        return carriedOn(StepReports.news(state, command, now), now);
    }

    @CommandHandler
    ExecutionState decide(RetryStep command, Clock clock) {
        var now = clock.instant();
        return carriedOn(StepReports.again(state, command, now), now);
    }

    /** The undoing is not cut short: its own attempts are limited. */
    @CommandHandler
    ExecutionState decide(TimeOutExecution command, Clock clock) {
        var now = clock.instant();
        if (state.status() != ExecutionStatus.RUNNING || state.deadline().isAfter(now)) {
            return state;
        }
        var failure =
                new Failure(
                        RejectionCode.EXECUTION_TIMED_OUT.name(),
                        "not done by " + state.deadline(),
                        now);
        return carriedOn(Course.giveUp(state, failure, state.cancelRequested()), now);
    }

    @EventSourcingHandler
    void evolve(ExecutionEvent event, @SequenceNumber long sequence, @Timestamp Instant timestamp) {
        state = ExecutionFold.evolve(state, event, new EventFacts(sequence, timestamp));
        executionId = state.executionId();
    }

    private ExecutionState carriedOn(List<ExecutionEvent> decided, Instant now) {
        decided.forEach(event -> apply(event));
        var following = Course.next(state, now);
        while (!following.isEmpty()) {
            following.forEach(event -> apply(event));
            following = Course.next(state, now);
        }
        return state;
    }
}
