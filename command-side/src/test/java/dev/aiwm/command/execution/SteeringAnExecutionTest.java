package dev.aiwm.command.execution;

import static dev.aiwm.command.execution.Steps.lasting;
import static dev.aiwm.command.execution.Steps.retried;
import static dev.aiwm.command.execution.Steps.step;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.StepOptions;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.AmendExecution;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.ForceCancellation;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.event.ExecutionDeadlineMoved;
import dev.aiwm.contracts.execution.event.ExecutionDescribed;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionPaused;
import dev.aiwm.contracts.execution.event.ExecutionPriorityChanged;
import dev.aiwm.contracts.execution.event.ExecutionRelabelled;
import dev.aiwm.contracts.execution.event.ExecutionResumed;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.GracefulCancellationRequested;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepRecovered;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SteeringAnExecutionTest extends ExecutionSpecification {
    private static final List<StepPlan> CHAIN = List.of(step("a"), step("b", "a"));
    private static final ExecutionPaused PAUSED = new ExecutionPaused(EXECUTION, "wait");
    private static final Failure ENOUGH =
            new Failure(RejectionCode.CANCELLED.name(), "enough", NOW);
    private static final GracefulCancellationRequested ASKED =
            new GracefulCancellationRequested(EXECUTION, "enough", NOW.plusSeconds(10));

    @Test
    void what_a_plan_says_beyond_its_steps_is_noted_and_a_step_is_about_what_it_says() {
        var other = new ResourceRef("application-container", "65a1b2c30000000000000001");
        var options =
                new ExecutionOptions(
                        Map.of("team", "ml"),
                        7,
                        List.of(new StepOptions(other, null, List.of(), null)));
        var plan = List.of(step("a"));
        given().when(
                        new StartExecution(
                                EXECUTION,
                                "create vm",
                                ResourceAction.CREATE,
                                SUBJECT,
                                OWNER,
                                plan,
                                EXECUTION_LIMIT,
                                options))
                .then(
                        begun(step("a")),
                        new ExecutionDescribed(EXECUTION, Map.of("team", "ml"), 7, options.steps()),
                        new StepDispatched(
                                EXECUTION,
                                0,
                                1,
                                false,
                                dispatched(0, 1).nodeId(),
                                other,
                                Steps.FORWARD,
                                NOW.plusSeconds(Steps.LIMIT_SECONDS),
                                7,
                                List.of()));
    }

    @Test
    void a_paused_execution_dispatches_nothing_until_it_is_resumed() {
        given(started(CHAIN, dispatched(0, 1)))
                .when(new PauseExecution(EXECUTION, "wait", ANY))
                .then(PAUSED);
        given(started(CHAIN, dispatched(0, 1), PAUSED))
                .when(succeed(0, 1))
                .then(succeeded(0), milestone(50));
        given(started(CHAIN, dispatched(0, 1), PAUSED, succeeded(0), milestone(50)))
                .when(new ResumeExecution(EXECUTION, ANY))
                .then(new ExecutionResumed(EXECUTION), dispatched(1, 1));
    }

    @Test
    void what_was_to_be_tried_again_during_a_pause_is_when_it_is_over() {
        var again = new StepRetryScheduled(EXECUTION, 0, 1, false, BROKEN, NOW);
        var halted = started(List.of(retried("a")), dispatched(0, 1), again, PAUSED);
        given(halted).when(new RetryStep(EXECUTION, 0, 1)).thenNothing();
        given(halted)
                .when(new ResumeExecution(EXECUTION, ANY))
                .then(new ExecutionResumed(EXECUTION), dispatched(0, 2));
    }

    @Test
    void what_is_being_undone_cannot_be_paused_and_what_has_ended_cannot_be_steered() {
        var undoing = started(CHAIN, dispatched(0, 1), failed(0), skipped(1), undoing(BROKEN));
        given(undoing)
                .when(new PauseExecution(EXECUTION, "wait", ANY))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
        for (var command :
                List.of(
                        new PauseExecution(EXECUTION, "wait", ANY),
                        new ResumeExecution(EXECUTION, ANY),
                        new AmendExecution(EXECUTION, null, NOW.plusSeconds(9), null, ANY))) {
            given(ended()).when(command).thenRejected(RejectionCode.EXECUTION_ENDED);
        }
    }

    @Test
    void what_is_in_flight_may_finish_before_a_cancelled_execution_is_undone() {
        given(started(CHAIN, dispatched(0, 1)))
                .when(new CancelExecution(EXECUTION, "enough", 10, ANY))
                .then(ASKED, skipped(1));
        given(started(CHAIN, dispatched(0, 1), ASKED, skipped(1)))
                .when(succeed(0, 1))
                .then(succeeded(0), undoing(ENOUGH), undoing(0, 1));
    }

    @Test
    void after_its_grace_it_is_given_up_and_not_before() {
        var cancelled = started(CHAIN, dispatched(0, 1), ASKED, skipped(1));
        given(cancelled).when(new ForceCancellation(EXECUTION)).thenNothing();
        clock.set(ASKED.forcedAt());
        var failure = new Failure(RejectionCode.CANCELLED.name(), "enough", ASKED.forcedAt());
        given(cancelled)
                .when(new ForceCancellation(EXECUTION))
                .then(failed(0, 1, failure), undoing(failure), undoing(0, 1));
    }

    @Test
    void another_round_does_again_what_did_not_succeed_and_numbers_attempts_on() {
        var failed =
                custom(
                        List.of(step("a"), lasting("b")),
                        dispatched(0, 1),
                        dispatched(1, 1),
                        succeeded(1),
                        failed(0),
                        undoing(BROKEN),
                        undoing(0, 1),
                        new StepCompensated(EXECUTION, 0),
                        new ExecutionFailed(EXECUTION, ResourceAction.CUSTOM, SUBJECT, BROKEN));
        given(failed)
                .when(new RetryExecution(EXECUTION, null, ANY))
                .then(
                        new ExecutionRetried(EXECUTION, 2, List.of(0), DEADLINE),
                        milestone(50),
                        dispatched(0, 2));
        given(failed)
                .when(new RetryExecution(EXECUTION, 1, ANY))
                .then(
                        new ExecutionRetried(EXECUTION, 2, List.of(0, 1), DEADLINE),
                        dispatched(0, 2),
                        dispatched(1, 2));
        given(failed)
                .when(new RetryExecution(EXECUTION, 7, ANY))
                .thenRejected(RejectionCode.INVALID_PLAN);
    }

    @Test
    void an_operation_of_a_resource_and_what_has_not_failed_are_not_done_again() {
        var retry = new RetryExecution(EXECUTION, null, ANY);
        given(ended()).when(retry).thenRejected(RejectionCode.BELONGS_TO_RESOURCE);
        given(custom(CHAIN, dispatched(0, 1)))
                .when(retry)
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void an_operator_decides_a_step_that_nobody_hears_of() {
        given(started(CHAIN, dispatched(0, 1)))
                .when(new RecoverStep(EXECUTION, 0, true, "seen by eye", ANY))
                .then(
                        new StepRecovered(EXECUTION, 0, 1, false, true, "seen by eye"),
                        succeeded(0),
                        milestone(50),
                        dispatched(1, 1));
        var failure = new Failure(RejectionCode.FAILED_BY_OPERATOR.name(), "gone", NOW);
        given(started(List.of(lasting("a")), dispatched(0, 1)))
                .when(new RecoverStep(EXECUTION, 0, false, "gone", ANY))
                .then(
                        new StepRecovered(EXECUTION, 0, 1, false, false, "gone"),
                        failed(0, 1, failure),
                        executionFailed(failure));
        given(started(CHAIN, dispatched(0, 1)))
                .when(new RecoverStep(EXECUTION, 1, true, "seen by eye", ANY))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void labels_deadline_and_priority_can_be_changed() {
        var later = DEADLINE.plusSeconds(60);
        given(started(CHAIN, dispatched(0, 1)))
                .when(new AmendExecution(EXECUTION, Map.of("a", "b"), later, 9, ANY))
                .then(
                        new ExecutionRelabelled(EXECUTION, Map.of("a", "b")),
                        new ExecutionDeadlineMoved(EXECUTION, later),
                        new ExecutionPriorityChanged(EXECUTION, 9));
        given(started(CHAIN, dispatched(0, 1)))
                .when(new AmendExecution(EXECUTION, Map.of(), DEADLINE, 5, ANY))
                .thenNothing();
        given(started(CHAIN, dispatched(0, 1)))
                .when(new AmendExecution(EXECUTION, null, NOW, null, ANY))
                .thenRejected(RejectionCode.INVALID_PLAN);
        given(started(CHAIN, dispatched(0, 1)))
                .when(new AmendExecution(EXECUTION, null, null, 10, ANY))
                .thenRejected(RejectionCode.INVALID_PLAN);
        given(started(CHAIN, dispatched(0, 1)))
                .when(new AmendExecution(EXECUTION, null, null, 9, 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    @Test
    void a_plan_says_which_failures_are_tried_again() {
        var options = List.of(new StepOptions(null, 0.0, List.of("BUSY"), null));
        var described = new ExecutionDescribed(EXECUTION, Map.of(), 5, options);
        var plan = List.of(retried("a"));
        given(started(plan, described, dispatched(0, 1)))
                .when(fail(0, 1, true))
                .then(failed(0), undoing(BROKEN), undoing(0, 1));
    }

    private ExecutionEvent[] ended() {
        return started(List.of(lasting("a")), dispatched(0, 1), failed(0), executionFailed(BROKEN));
    }

    private static ExecutionEvent[] custom(List<StepPlan> plan, ExecutionEvent... more) {
        var events = new ArrayList<ExecutionEvent>();
        events.add(
                new ExecutionStarted(
                        EXECUTION, "mine", ResourceAction.CUSTOM, SUBJECT, OWNER, plan, DEADLINE));
        events.addAll(List.of(more));
        return events.toArray(ExecutionEvent[]::new);
    }
}
