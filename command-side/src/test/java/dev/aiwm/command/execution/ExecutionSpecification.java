package dev.aiwm.command.execution;

import static dev.aiwm.command.execution.Steps.BACK;
import static dev.aiwm.command.execution.Steps.FORWARD;
import static dev.aiwm.command.execution.Steps.LIMIT_SECONDS;
import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.command.sample.SetClock;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionMilestoneReached;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The words in which tests speak of an execution. */
abstract class ExecutionSpecification {
    static final ExecutionId EXECUTION = Samples.execution(1);
    static final ResourceRef SUBJECT =
            new ResourceRef("virtual-machine", Samples.resource(1).value());
    static final long ANY = -1;
    static final long EXECUTION_LIMIT = 3_600;
    static final Instant DEADLINE = NOW.plusSeconds(EXECUTION_LIMIT);
    static final Failure BROKEN = failure("BROKEN");

    final SetClock clock = new SetClock(NOW);
    private final AggregateTestFixture<Execution> fixture =
            new AggregateTestFixture<>(Execution.class);

    ExecutionSpecification() {
        fixture.registerInjectableResource((Clock) clock);
    }

    Scenario given(ExecutionEvent... events) {
        return new Scenario(List.of(events));
    }

    final class Scenario {
        private final List<ExecutionEvent> events;

        private Scenario(List<ExecutionEvent> events) {
            this.events = events;
        }

        Outcome when(ExecutionCommand command) {
            var executor =
                    events.isEmpty()
                            ? fixture.givenNoPriorActivity()
                            : fixture.givenCurrentTime(NOW).andGiven(events);
            return new Outcome(executor.when(command));
        }
    }

    static final class Outcome {
        private final ResultValidator<Execution> result;

        private Outcome(ResultValidator<Execution> result) {
            this.result = result;
        }

        void then(ExecutionEvent... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void thenNothing() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void thenRejected(RejectionCode code) {
            result.expectNoEvents().expectException(Rejected.with(code));
        }
    }

    static StartExecution start(StepPlan... steps) {
        return new StartExecution(
                EXECUTION,
                "create vm",
                ResourceAction.CREATE,
                SUBJECT,
                OWNER,
                List.of(steps),
                EXECUTION_LIMIT);
    }

    static ExecutionEvent[] started(List<StepPlan> steps, ExecutionEvent... more) {
        var events = new ArrayList<ExecutionEvent>();
        events.add(
                new ExecutionStarted(
                        EXECUTION,
                        "create vm",
                        ResourceAction.CREATE,
                        SUBJECT,
                        OWNER,
                        steps,
                        DEADLINE));
        events.addAll(List.of(more));
        return events.toArray(ExecutionEvent[]::new);
    }

    static ExecutionStarted begun(StepPlan... steps) {
        return (ExecutionStarted) started(List.of(steps))[0];
    }

    StepDispatched dispatched(int step, int attempt) {
        return dispatched(step, attempt, false);
    }

    /** The first attempt, told together with these that follow it. */
    StepDispatched telling(int step, int... following) {
        return dispatched(
                step,
                1,
                false,
                IntStream.of(following)
                        .mapToObj(next -> new FollowingStep(next, LIMIT_SECONDS, FORWARD))
                        .toList());
    }

    StepDispatched undoing(int step, int attempt) {
        return dispatched(step, attempt, true);
    }

    private StepDispatched dispatched(int step, int attempt, boolean compensation) {
        return dispatched(step, attempt, compensation, List.of());
    }

    private StepDispatched dispatched(
            int step, int attempt, boolean compensation, List<FollowingStep> following) {
        return new StepDispatched(
                EXECUTION,
                step,
                attempt,
                compensation,
                NODE,
                SUBJECT,
                compensation ? BACK : FORWARD,
                clock.instant().plusSeconds(LIMIT_SECONDS),
                ExecutionOptions.USUAL_PRIORITY,
                following);
    }

    static RecordStepSucceeded succeed(int step, int attempt) {
        return new RecordStepSucceeded(EXECUTION, NODE, step, attempt, false, StepResult.EMPTY);
    }

    static RecordStepSucceeded undo(int step, int attempt) {
        return new RecordStepSucceeded(EXECUTION, NODE, step, attempt, true, StepResult.EMPTY);
    }

    static StepSucceeded succeeded(int step) {
        return new StepSucceeded(EXECUTION, step, 1, StepResult.EMPTY);
    }

    static RecordStepFailed fail(int step, int attempt, boolean retryable) {
        return new RecordStepFailed(EXECUTION, NODE, step, attempt, false, BROKEN, retryable);
    }

    static RecordStepFailed failToUndo(int step, int attempt, boolean retryable) {
        return new RecordStepFailed(EXECUTION, NODE, step, attempt, true, BROKEN, retryable);
    }

    static StepFailed failed(int step, int attempt, Failure failure) {
        return new StepFailed(EXECUTION, step, attempt, failure);
    }

    static StepFailed failed(int step) {
        return failed(step, 1, BROKEN);
    }

    static StepSkipped skipped(int step) {
        return new StepSkipped(EXECUTION, step, "the execution was given up");
    }

    static CompensationStarted undoing(Failure failure) {
        return new CompensationStarted(EXECUTION, failure);
    }

    static ExecutionFailed executionFailed(Failure failure) {
        return new ExecutionFailed(EXECUTION, ResourceAction.CREATE, SUBJECT, failure);
    }

    static ExecutionCancelled executionCancelled(Failure failure) {
        return new ExecutionCancelled(EXECUTION, ResourceAction.CREATE, SUBJECT, failure);
    }

    static ExecutionSucceeded executionSucceeded() {
        return new ExecutionSucceeded(EXECUTION, ResourceAction.CREATE, SUBJECT, StepResult.EMPTY);
    }

    static ExecutionMilestoneReached milestone(int percent) {
        return new ExecutionMilestoneReached(EXECUTION, percent);
    }

    static CancelExecution cancel() {
        return new CancelExecution(EXECUTION, "enough", ANY);
    }
}
