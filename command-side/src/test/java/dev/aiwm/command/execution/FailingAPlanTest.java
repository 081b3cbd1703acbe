package dev.aiwm.command.execution;

import static dev.aiwm.command.execution.Steps.lasting;
import static dev.aiwm.command.execution.Steps.retried;
import static dev.aiwm.command.execution.Steps.step;
import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class FailingAPlanTest extends ExecutionSpecification {
    private static final List<StepPlan> CHAIN =
            List.of(step("pull"), step("create", "pull"), lasting("start", "create"));
    private static final List<StepPlan> RETRIED = List.of(retried("a"));
    private static final List<StepPlan> SIDE_BY_SIDE =
            List.of(step("a"), step("b"), step("c", "a"));

    @Test
    void a_failure_undoes_what_was_done_the_latest_first() {
        given(
                        started(
                                CHAIN,
                                dispatched(0, 1),
                                succeeded(0),
                                dispatched(1, 1),
                                succeeded(1),
                                dispatched(2, 1)))
                .when(fail(2, 1, false))
                .then(failed(2), undoing(BROKEN), undoing(1, 1));
    }

    @Test
    void what_failed_is_undone_too_because_it_may_be_half_done() {
        given(started(CHAIN, dispatched(0, 1), succeeded(0), dispatched(1, 1)))
                .when(fail(1, 1, false))
                .then(failed(1), skipped(2), undoing(BROKEN), undoing(1, 1));
    }

    @Test
    void it_fails_when_all_is_undone() {
        var undone =
                started(
                        List.of(step("a")),
                        dispatched(0, 1),
                        failed(0),
                        undoing(BROKEN),
                        undoing(0, 1));
        given(undone)
                .when(undo(0, 1))
                .then(new StepCompensated(EXECUTION, 0), executionFailed(BROKEN));
    }

    @Test
    void it_fails_also_when_something_cannot_be_undone() {
        var stuck =
                started(
                        List.of(step("a")),
                        dispatched(0, 1),
                        failed(0),
                        undoing(BROKEN),
                        undoing(0, 1));
        given(stuck)
                .when(failToUndo(0, 1, false))
                .then(new StepCompensationFailed(EXECUTION, 0, BROKEN), executionFailed(BROKEN));
    }

    @Test
    void what_leaves_nothing_fails_at_once() {
        given(started(List.of(lasting("stop")), dispatched(0, 1)))
                .when(fail(0, 1, false))
                .then(failed(0), executionFailed(BROKEN));
    }

    @Test
    void what_is_in_flight_is_awaited_and_nothing_new_begins() {
        given(started(SIDE_BY_SIDE, dispatched(0, 1), dispatched(1, 1)))
                .when(fail(1, 1, false))
                .then(failed(1), skipped(2));
        given(started(SIDE_BY_SIDE, dispatched(0, 1), dispatched(1, 1), failed(1), skipped(2)))
                .when(succeed(0, 1))
                .then(succeeded(0), undoing(BROKEN), undoing(1, 1));
    }

    @Test
    void a_retryable_failure_is_tried_again_after_a_pause() {
        given(started(RETRIED, dispatched(0, 1)))
                .when(fail(0, 1, true))
                .then(retryScheduled(1, false));
        given(started(RETRIED, dispatched(0, 1), retryScheduled(1, false)))
                .when(new RetryStep(EXECUTION, 0, 1))
                .then(dispatched(0, 2));
    }

    @Test
    void a_retry_that_was_made_is_not_made_again() {
        given(started(RETRIED, dispatched(0, 1), retryScheduled(1, false), dispatched(0, 2)))
                .when(new RetryStep(EXECUTION, 0, 1))
                .thenNothing();
    }

    @Test
    void a_failure_of_an_earlier_attempt_changes_nothing() {
        given(started(RETRIED, dispatched(0, 1), retryScheduled(1, false), dispatched(0, 2)))
                .when(fail(0, 1, true))
                .thenNothing();
    }

    @Test
    void retries_are_counted() {
        given(started(RETRIED, dispatched(0, 3)))
                .when(fail(0, 3, true))
                .then(failed(0, 3, BROKEN), undoing(BROKEN), undoing(0, 1));
    }

    @Test
    void what_would_be_retried_after_the_deadline_has_failed() {
        clock.set(DEADLINE);
        given(started(RETRIED, dispatched(0, 1)))
                .when(fail(0, 1, true))
                .then(failed(0), undoing(BROKEN), undoing(0, 1));
    }

    @Test
    void the_undoing_is_retried_too() {
        var undoing = started(RETRIED, dispatched(0, 1), failed(0), undoing(BROKEN), undoing(0, 1));
        given(undoing).when(failToUndo(0, 1, true)).then(retryScheduled(1, true));
        given(
                        started(
                                RETRIED,
                                dispatched(0, 1),
                                failed(0),
                                undoing(BROKEN),
                                undoing(0, 1),
                                retryScheduled(1, true)))
                .when(new RetryStep(EXECUTION, 0, 1))
                .then(undoing(0, 2));
    }

    @Test
    void an_attempt_has_its_time_and_no_more() {
        var dispatched = dispatched(0, 1);
        clock.set(dispatched.dueAt());
        var failure = timedOut(clock.instant());
        given(started(List.of(lasting("a")), dispatched))
                .when(new TimeOutStep(EXECUTION, 0, 1, false))
                .then(failed(0, 1, failure), executionFailed(failure));
    }

    @Test
    void an_attempt_does_not_time_out_before_its_time_or_twice() {
        var timeOut = new TimeOutStep(EXECUTION, 0, 1, false);
        given(started(RETRIED, dispatched(0, 1))).when(timeOut).thenNothing();
        given(started(RETRIED, dispatched(0, 1), retryScheduled(1, false), dispatched(0, 2)))
                .when(timeOut)
                .thenNothing();
    }

    @Test
    void a_command_that_waited_has_its_whole_time_from_when_it_is_sent_once() {
        var out = dispatched(0, 1);
        var sentAt = NOW.plusSeconds(50);
        var sent = new RecordStepSent(EXECUTION, NODE, 0, 1, false, sentAt);
        var limit = Duration.between(NOW, out.dueAt());
        var told = new StepSent(EXECUTION, 0, 1, false, sentAt, sentAt.plus(limit));
        clock.set(sentAt);
        given(started(RETRIED, out)).when(sent).then(told);
        given(started(RETRIED, out, told)).when(sent).thenNothing();
        given(started(RETRIED, out, new StepAcknowledged(EXECUTION, 0, 1, false, null)))
                .when(sent)
                .thenNothing();
        clock.set(out.dueAt());
        given(started(RETRIED, out, told))
                .when(new TimeOutStep(EXECUTION, 0, 1, false))
                .thenNothing();
    }

    @Test
    void a_late_success_of_an_attempt_that_timed_out_changes_nothing() {
        given(started(RETRIED, dispatched(0, 1), retryScheduled(1, false)))
                .when(succeed(0, 1))
                .thenNothing();
    }

    @Test
    void an_execution_has_its_time_and_no_more() {
        clock.set(DEADLINE);
        var failure =
                new Failure(
                        RejectionCode.EXECUTION_TIMED_OUT.name(),
                        "not done by " + DEADLINE,
                        DEADLINE);
        given(started(CHAIN, dispatched(0, 1)))
                .when(new TimeOutExecution(EXECUTION))
                .then(
                        failed(0, 1, failure),
                        skipped(1),
                        skipped(2),
                        undoing(failure),
                        undoing(0, 1));
    }

    @Test
    void an_execution_does_not_time_out_early_or_while_it_is_undone_or_after_its_end() {
        var timeOut = new TimeOutExecution(EXECUTION);
        given(started(CHAIN, dispatched(0, 1))).when(timeOut).thenNothing();
        clock.set(DEADLINE);
        given(started(RETRIED, dispatched(0, 1), failed(0), undoing(BROKEN), undoing(0, 1)))
                .when(timeOut)
                .thenNothing();
        given(started(List.of(lasting("a")), dispatched(0, 1), failed(0), executionFailed(BROKEN)))
                .when(timeOut)
                .thenNothing();
    }

    @Test
    void a_cancelled_execution_is_undone_without_waiting() {
        var failure = new Failure(RejectionCode.CANCELLED.name(), "enough", NOW);
        given(started(SIDE_BY_SIDE, dispatched(0, 1), dispatched(1, 1), succeeded(0)))
                .when(cancel())
                .then(
                        new CancellationRequested(EXECUTION, "enough"),
                        failed(1, 1, failure),
                        skipped(2),
                        undoing(failure),
                        undoing(1, 1));
    }

    @Test
    void a_cancelled_execution_ends_cancelled() {
        var failure = new Failure(RejectionCode.CANCELLED.name(), "enough", NOW);
        given(
                        started(
                                List.of(step("a")),
                                dispatched(0, 1),
                                new CancellationRequested(EXECUTION, "enough"),
                                failed(0, 1, failure),
                                undoing(failure),
                                undoing(0, 1)))
                .when(undo(0, 1))
                .then(new StepCompensated(EXECUTION, 0), executionCancelled(failure));
    }

    @Test
    void cancelling_again_is_accepted_and_changes_nothing() {
        given(started(RETRIED, dispatched(0, 1), failed(0), undoing(BROKEN), undoing(0, 1)))
                .when(cancel())
                .thenNothing();
        given(started(List.of(lasting("a")), dispatched(0, 1), executionCancelled(BROKEN)))
                .when(cancel())
                .thenNothing();
    }

    @Test
    void what_has_ended_is_not_cancelled() {
        given(started(List.of(step("a")), dispatched(0, 1), succeeded(0), executionSucceeded()))
                .when(cancel())
                .thenRejected(RejectionCode.EXECUTION_ENDED);
    }

    @Test
    void a_cancellation_that_saw_an_older_version_is_rejected() {
        given(started(CHAIN, dispatched(0, 1)))
                .when(new CancelExecution(EXECUTION, "enough", 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    private StepRetryScheduled retryScheduled(int attempt, boolean compensation) {
        var pause = RetryTimes.pauseAfter(EXECUTION, Steps.tried(retried("a"), attempt));
        return new StepRetryScheduled(
                EXECUTION, 0, attempt, compensation, BROKEN, clock.instant().plus(pause));
    }

    private static Failure timedOut(Instant at) {
        return new Failure(
                RejectionCode.STEP_TIMED_OUT.name(),
                "no result within " + Steps.LIMIT_SECONDS + " s",
                at);
    }
}
