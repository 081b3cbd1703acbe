package dev.aiwm.command.execution;

import static dev.aiwm.command.execution.Steps.LIMIT_SECONDS;
import static dev.aiwm.command.execution.Steps.TWICE;
import static dev.aiwm.command.execution.Steps.lasting;
import static dev.aiwm.command.execution.Steps.retried;
import static dev.aiwm.command.execution.Steps.step;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.StepRecovered;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A node may begin what it was told ahead, so what it may have begun is undone. */
class TellingWhatFollowsTest extends ExecutionSpecification {
    private static final StepPlan PULL = lasting("pull");
    private static final List<StepPlan> PLAN =
            List.of(PULL, step("create", "pull"), lasting("start", "create"));

    @Test
    void a_node_is_told_of_all_that_follows_there() {
        var plan = PLAN.toArray(StepPlan[]::new);

        given().when(start(plan)).then(begun(plan), telling(0, 1, 2));
        given(started(PLAN, telling(0, 1, 2)))
                .when(succeed(0, 1))
                .then(succeeded(0), milestone(25), dispatched(1, 1));
    }

    @Test
    void a_node_is_not_told_of_what_waits_for_more_or_happens_elsewhere() {
        var fork = new StepPlan[] {step("a"), step("b", "a"), step("c", "a")};
        var join = new StepPlan[] {step("a"), step("b"), step("c", "a", "b")};
        var away = new StepPlan[] {step("a"), elsewhere(step("b", "a"))};

        given().when(start(fork)).then(begun(fork), dispatched(0, 1));
        given().when(start(join)).then(begun(join), dispatched(0, 1), dispatched(1, 1));
        given().when(start(away)).then(begun(away), dispatched(0, 1));
    }

    @Test
    void a_node_is_not_told_of_what_a_user_planned() {
        var started =
                new ExecutionStarted(
                        EXECUTION, "mine", ResourceAction.CUSTOM, SUBJECT, OWNER, PLAN, DEADLINE);

        given().when(
                        new StartExecution(
                                EXECUTION,
                                "mine",
                                ResourceAction.CUSTOM,
                                SUBJECT,
                                OWNER,
                                PLAN,
                                EXECUTION_LIMIT))
                .then(started, dispatched(0, 1));
    }

    @Test
    void only_the_first_attempt_tells_what_follows() {
        var plan = List.of(retried("create"), lasting("start", "create"));
        var again =
                new StepRetryScheduled(
                        EXECUTION, 0, 1, false, BROKEN, NOW.plus(TWICE.delayAfter(1)));

        given(started(plan, telling(0, 1), again))
                .when(new RetryStep(EXECUTION, 0, 1))
                .then(dispatched(0, 2));
    }

    @Test
    void what_was_told_ahead_is_undone_when_the_execution_is_cancelled() {
        var cancelled = new Failure(RejectionCode.CANCELLED.name(), "enough", NOW);

        given(started(PLAN, telling(0, 1, 2)))
                .when(new CancelExecution(EXECUTION, "enough", ANY))
                .then(
                        new CancellationRequested(EXECUTION, "enough"),
                        failed(0, 1, cancelled),
                        skipped(1),
                        skipped(2),
                        undoing(cancelled),
                        undoing(1, 1));
    }

    @Test
    void what_was_told_ahead_has_not_begun_when_the_node_says_that_the_step_failed() {
        given(started(PLAN, telling(0, 1, 2)))
                .when(fail(0, 1, false))
                .then(failed(0), skipped(1), skipped(2), executionFailed(BROKEN));
    }

    @Test
    void it_may_have_begun_when_the_node_says_nothing_in_time() {
        var begun = started(PLAN, telling(0, 1, 2));
        clock.set(NOW.plusSeconds(LIMIT_SECONDS));
        var late =
                new Failure(
                        RejectionCode.STEP_TIMED_OUT.name(),
                        "no result within " + LIMIT_SECONDS + " s",
                        clock.instant());

        given(begun)
                .when(new TimeOutStep(EXECUTION, 0, 1, false))
                .then(failed(0, 1, late), skipped(1), skipped(2), undoing(late), undoing(1, 1));
    }

    @Test
    void it_may_have_begun_when_an_operator_says_that_the_step_failed() {
        var decided = new Failure(RejectionCode.FAILED_BY_OPERATOR.name(), "gone", NOW);

        given(started(PLAN, telling(0, 1, 2)))
                .when(new RecoverStep(EXECUTION, 0, false, "gone", ANY))
                .then(
                        new StepRecovered(EXECUTION, 0, 1, false, false, "gone"),
                        failed(0, 1, decided),
                        skipped(1),
                        skipped(2),
                        undoing(decided),
                        undoing(1, 1));
    }

    private static StepPlan elsewhere(StepPlan step) {
        return new StepPlan(
                step.name(),
                NodeId.of("gpu-2"),
                step.command(),
                step.dependsOn(),
                step.optional(),
                step.timeoutSeconds(),
                RetryPolicy.NONE,
                step.compensation());
    }
}
