package dev.aiwm.contracts.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class ExecutionFoldTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DUE = START.plusSeconds(600);
    private static final ExecutionId ID = ExecutionId.random();
    private static final NodeId NODE = NodeId.of("node-1");
    private static final ResourceId RESOURCE = ResourceId.random();
    private static final ResourceRef SUBJECT = new ResourceRef("vm", RESOURCE.value());
    private static final Failure FAILURE = new Failure("BUSY", "the engine is busy", START);
    private static final StepResult RESULT = new StepResult(null, 0, "booted", Map.of());

    @Test
    void a_started_execution_has_its_steps_waiting() {
        var state = after(started());

        assertThat(state.status()).isEqualTo(ExecutionStatus.RUNNING);
        assertThat(state.steps()).extracting(StepState::index).containsExactly(0, 1);
        assertThat(state.step(0).status()).isEqualTo(StepStatus.PENDING);
        assertThat(state.progress()).isZero();
        assertThat(state.deadline()).isEqualTo(DUE);
    }

    @Test
    void a_step_is_dispatched_acknowledged_progresses_and_succeeds() {
        var dispatched = after(started(), dispatched(0, 1)).step(0);
        assertThat(dispatched.status()).isEqualTo(StepStatus.DISPATCHED);
        assertThat(dispatched.attempt()).isEqualTo(1);
        assertThat(dispatched.dueAt()).isEqualTo(DUE);

        var acknowledged = after(started(), dispatched(0, 1), acknowledged(0)).step(0);
        assertThat(acknowledged.status()).isEqualTo(StepStatus.ACKNOWLEDGED);

        var progressed =
                after(started(), dispatched(0, 1), acknowledged(0), progressed(0, 40)).step(0);
        assertThat(progressed.progress()).isEqualTo(40);

        var done = after(started(), dispatched(0, 1), succeeded(0)).step(0);
        assertThat(done.status()).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(done.result()).isEqualTo(RESULT);
        assertThat(done.message()).isEqualTo("booted");
        assertThat(done.dueAt()).isNull();
        assertThat(done.endedAt()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void progress_is_the_mean_of_the_steps_and_full_at_success() {
        assertThat(after(started(), dispatched(0, 1), progressed(0, 50)).progress()).isEqualTo(25);
        assertThat(after(started(), dispatched(0, 1), succeeded(0)).progress()).isEqualTo(50);
        assertThat(
                        after(
                                        started(),
                                        new ExecutionSucceeded(
                                                ID, ResourceAction.START, SUBJECT, RESULT))
                                .progress())
                .isEqualTo(100);
    }

    @Test
    void a_step_that_waits_for_its_next_attempt_tells_why_and_until_when() {
        var waiting =
                after(
                                started(),
                                dispatched(0, 1),
                                progressed(0, 80),
                                new StepRetryScheduled(ID, 0, 1, false, FAILURE, DUE))
                        .step(0);

        assertThat(waiting.status()).isEqualTo(StepStatus.WAITING_RETRY);
        assertThat(waiting.failure()).isEqualTo(FAILURE);
        assertThat(waiting.progress()).isZero();
        assertThat(waiting.dueAt()).isEqualTo(DUE);
    }

    @Test
    void the_next_attempt_has_not_been_acknowledged() {
        var again =
                after(
                                started(),
                                dispatched(0, 1),
                                acknowledged(0),
                                new StepRetryScheduled(ID, 0, 1, false, FAILURE, DUE),
                                dispatched(0, 2))
                        .step(0);

        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(StepStatus.DISPATCHED);
        assertThat(again.acknowledgedAt()).isNull();
    }

    @Test
    void success_after_a_retry_leaves_no_failure_behind() {
        var done =
                after(
                                started(),
                                dispatched(0, 1),
                                new StepRetryScheduled(ID, 0, 1, false, FAILURE, DUE),
                                dispatched(0, 2),
                                succeeded(0))
                        .step(0);

        assertThat(done.failure()).isNull();
    }

    @Test
    void a_failed_execution_undoes_what_was_done() {
        var state =
                after(
                        started(),
                        dispatched(0, 1),
                        succeeded(0),
                        dispatched(1, 1),
                        new StepFailed(ID, 1, 1, FAILURE),
                        new CompensationStarted(ID, FAILURE),
                        new StepDispatched(
                                ID,
                                0,
                                1,
                                true,
                                NODE,
                                SUBJECT,
                                new VmDelete(RESOURCE),
                                DUE,
                                ExecutionOptions.USUAL_PRIORITY,
                                List.of()),
                        new StepAcknowledged(ID, 0, 1, true, START));

        assertThat(state.status()).isEqualTo(ExecutionStatus.COMPENSATING);
        assertThat(state.failure()).isEqualTo(FAILURE);
        assertThat(state.step(0).status()).isEqualTo(StepStatus.COMPENSATING);
        assertThat(state.step(1).status()).isEqualTo(StepStatus.FAILED);
    }

    @Test
    void undone_steps_say_so_or_why_not() {
        assertThat(after(started(), new StepCompensated(ID, 0)).step(0).status())
                .isEqualTo(StepStatus.COMPENSATED);
        var stuck = after(started(), new StepCompensationFailed(ID, 0, FAILURE)).step(0);
        assertThat(stuck.status()).isEqualTo(StepStatus.COMPENSATION_FAILED);
        assertThat(stuck.failure()).isEqualTo(FAILURE);
    }

    @Test
    void a_skipped_step_says_why() {
        var step = after(started(), new StepSkipped(ID, 1, "an earlier step failed")).step(1);

        assertThat(step.status()).isEqualTo(StepStatus.SKIPPED);
        assertThat(step.message()).isEqualTo("an earlier step failed");
    }

    @Test
    void an_ended_execution_says_how_and_when() {
        var failed =
                after(started(), new ExecutionFailed(ID, ResourceAction.START, SUBJECT, FAILURE));
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.failure()).isEqualTo(FAILURE);
        assertThat(failed.endedAt()).isEqualTo(START.plusSeconds(1));

        var cancelled =
                after(
                        started(),
                        new CancellationRequested(ID, "no longer needed"),
                        new ExecutionCancelled(ID, ResourceAction.START, SUBJECT, FAILURE));
        assertThat(cancelled.status()).isEqualTo(ExecutionStatus.CANCELLED);
        assertThat(cancelled.cancelRequested()).isTrue();
    }

    @Test
    void pauses_between_attempts_double_up_to_their_limit() {
        var policy = new RetryPolicy(5, 1_000, 2, 5_000);

        assertThat(policy.delayAfter(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.delayAfter(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.delayAfter(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(policy.delayAfter(4)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.delayAfter(60)).isEqualTo(Duration.ofSeconds(5));
    }

    private static ExecutionState after(ExecutionEvent... events) {
        ExecutionState state = null;
        for (int i = 0; i < events.length; i++) {
            state = ExecutionFold.evolve(state, events[i], new EventFacts(i, START.plusSeconds(i)));
        }
        return state;
    }

    private static ExecutionStarted started() {
        return new ExecutionStarted(
                ID,
                "start",
                ResourceAction.START,
                SUBJECT,
                new Owner("org", "user"),
                List.of(plan("one", List.of()), plan("two", List.of("one"))),
                DUE);
    }

    private static StepPlan plan(String name, List<String> dependsOn) {
        return new StepPlan(
                name, NODE, new VmStart(RESOURCE), dependsOn, false, 60, RetryPolicy.DEFAULT, null);
    }

    private static StepDispatched dispatched(int step, int attempt) {
        return new StepDispatched(
                ID,
                step,
                attempt,
                false,
                NODE,
                SUBJECT,
                new VmStart(RESOURCE),
                DUE,
                ExecutionOptions.USUAL_PRIORITY,
                List.of());
    }

    private static StepAcknowledged acknowledged(int step) {
        return new StepAcknowledged(ID, step, 1, false, START);
    }

    private static StepProgressed progressed(int step, int percent) {
        return new StepProgressed(ID, step, 1, percent, "working");
    }

    private static StepSucceeded succeeded(int step) {
        return new StepSucceeded(ID, step, 1, RESULT);
    }
}
