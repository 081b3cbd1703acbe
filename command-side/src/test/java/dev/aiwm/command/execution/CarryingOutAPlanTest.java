package dev.aiwm.command.execution;

import static dev.aiwm.command.execution.Steps.optional;
import static dev.aiwm.command.execution.Steps.step;
import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepProgress;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class CarryingOutAPlanTest extends ExecutionSpecification {
    private static final StepPlan[] CHAIN = {step("create"), step("start", "create")};
    private static final List<StepPlan> DIAMOND =
            List.of(step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c"));

    @Test
    void what_depends_on_nothing_is_dispatched_at_once() {
        given().when(start(CHAIN)).then(begun(CHAIN), telling(0, 1));
        var both = new StepPlan[] {step("a"), step("b")};
        given().when(start(both)).then(begun(both), dispatched(0, 1), dispatched(1, 1));
    }

    @Test
    void starting_again_is_accepted_and_changes_nothing() {
        given(started(List.of(CHAIN), dispatched(0, 1))).when(start(CHAIN)).thenNothing();
    }

    @Test
    void another_plan_under_the_same_id_is_rejected() {
        given(started(List.of(CHAIN), dispatched(0, 1)))
                .when(start(step("other")))
                .thenRejected(RejectionCode.ALREADY_EXISTS);
    }

    @Test
    void a_step_follows_what_it_depends_on() {
        given(started(List.of(CHAIN), dispatched(0, 1)))
                .when(succeed(0, 1))
                .then(succeeded(0), milestone(50), dispatched(1, 1));
    }

    @Test
    void steps_run_side_by_side_and_meet_again() {
        given(started(DIAMOND, dispatched(0, 1)))
                .when(succeed(0, 1))
                .then(succeeded(0), milestone(25), dispatched(1, 1), dispatched(2, 1));
        var half =
                started(
                        DIAMOND,
                        dispatched(0, 1),
                        succeeded(0),
                        milestone(25),
                        dispatched(1, 1),
                        dispatched(2, 1));
        given(half).when(succeed(2, 1)).then(succeeded(2), milestone(50));
        given(
                        started(
                                DIAMOND,
                                dispatched(0, 1),
                                succeeded(0),
                                dispatched(1, 1),
                                dispatched(2, 1),
                                succeeded(2)))
                .when(succeed(1, 1))
                .then(succeeded(1), milestone(75), dispatched(3, 1));
    }

    @Test
    void it_succeeds_with_the_last_word_of_its_steps() {
        var first = new StepResult(null, null, "made", Map.of("disk", "a"));
        var last = new StepResult(runtime(), 0, null, Map.of("address", "b"));
        given(
                        started(
                                List.of(CHAIN),
                                dispatched(0, 1),
                                new StepSucceeded(EXECUTION, 0, 1, first),
                                dispatched(1, 1)))
                .when(new RecordStepSucceeded(EXECUTION, NODE, 1, 1, false, last))
                .then(
                        new StepSucceeded(EXECUTION, 1, 1, last),
                        milestone(100),
                        new ExecutionSucceeded(
                                EXECUTION,
                                ResourceAction.CREATE,
                                SUBJECT,
                                new StepResult(
                                        runtime(),
                                        0,
                                        "made",
                                        Map.of("disk", "a", "address", "b"))));
    }

    @Test
    void a_success_reported_twice_counts_once() {
        given(
                        started(
                                List.of(CHAIN),
                                dispatched(0, 1),
                                succeeded(0),
                                milestone(50),
                                dispatched(1, 1)))
                .when(succeed(0, 1))
                .thenNothing();
    }

    @Test
    void a_report_after_the_end_changes_nothing() {
        given(started(List.of(step("a")), dispatched(0, 1), succeeded(0), executionSucceeded()))
                .when(fail(0, 1, false))
                .thenNothing();
    }

    @Test
    void a_report_on_no_step_changes_nothing() {
        given(started(List.of(CHAIN), dispatched(0, 1))).when(succeed(7, 1)).thenNothing();
        given(started(List.of(CHAIN), dispatched(0, 1))).when(succeed(-1, 1)).thenNothing();
        given(started(List.of(CHAIN), dispatched(0, 1))).when(succeed(1, 1)).thenNothing();
    }

    @Test
    void a_report_on_another_nodes_step_is_rejected() {
        given(started(List.of(CHAIN), dispatched(0, 1)))
                .when(
                        new RecordStepSucceeded(
                                EXECUTION, NodeId.of("other"), 0, 1, false, StepResult.EMPTY))
                .thenRejected(RejectionCode.WRONG_NODE);
    }

    @Test
    void an_acknowledgement_counts_once() {
        var report = new RecordStepAcknowledged(EXECUTION, NODE, 0, 1, false, NOW);
        var event = new StepAcknowledged(EXECUTION, 0, 1, false, NOW);
        given(started(List.of(CHAIN), dispatched(0, 1))).when(report).then(event);
        given(started(List.of(CHAIN), dispatched(0, 1), event)).when(report).thenNothing();
    }

    @Test
    void progress_only_grows_and_in_steps_worth_telling() {
        var ten = new StepProgressed(EXECUTION, 0, 1, 10, "pulling");
        given(started(List.of(CHAIN), dispatched(0, 1))).when(progress(10)).then(ten);
        given(started(List.of(CHAIN), dispatched(0, 1), ten)).when(progress(14)).thenNothing();
        given(started(List.of(CHAIN), dispatched(0, 1), ten)).when(progress(9)).thenNothing();
        given(
                        started(
                                List.of(CHAIN),
                                dispatched(0, 1),
                                new StepProgressed(EXECUTION, 0, 1, 97, "pulling")))
                .when(progress(120))
                .then(new StepProgressed(EXECUTION, 0, 1, 100, "pulling"), milestone(50));
    }

    @Test
    void an_optional_step_may_fail() {
        var plan = List.of(optional("warm-up"), step("start", "warm-up"));
        given(started(plan, dispatched(0, 1)))
                .when(fail(0, 1, false))
                .then(failed(0), milestone(50), dispatched(1, 1));
        given(started(plan, dispatched(0, 1), failed(0), dispatched(1, 1)))
                .when(succeed(1, 1))
                .then(succeeded(1), milestone(100), executionSucceeded());
    }

    @Test
    void a_plan_that_cannot_be_carried_out_is_rejected() {
        invalid();
        invalid(step("a"), step("a"));
        invalid(step(" "));
        invalid(step("a", "b"));
        invalid(step("a", "b"), step("b", "a"));
        invalid(step("a", "a"));
        invalid(step("a", false, new RetryPolicy(99, 1, 1, 1), null));
        invalid(
                IntStream.rangeClosed(0, PlanRules.MOST_STEPS)
                        .mapToObj(i -> step("s" + i))
                        .toArray(StepPlan[]::new));
    }

    private void invalid(StepPlan... steps) {
        given().when(start(steps)).thenRejected(RejectionCode.INVALID_PLAN);
    }

    private static RecordStepProgress progress(int percent) {
        return new RecordStepProgress(EXECUTION, NODE, 0, 1, percent, "pulling");
    }
}
