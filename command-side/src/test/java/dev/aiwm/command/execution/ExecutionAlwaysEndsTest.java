package dev.aiwm.command.execution;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.failure;
import static dev.aiwm.command.sample.Samples.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Random plans meet random reports, doubled and stale ones among them, time-outs and cancellations.
 * The seed of a failure is the parameter of the test; more with {@code
 * -Daiwm.test.execution-runs=10000}.
 */
class ExecutionAlwaysEndsTest {
    private static final int PATIENCE = 5_000;

    private ExecutionState state;
    private long sequence;
    private Instant now = NOW;
    private Random random;
    private final Set<String> dispatches = new HashSet<>();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("aiwm.test.execution-runs", 200));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatever_nodes_report_an_execution_ends_in_order(long seed) {
        random = new Random(seed);
        take(
                List.of(
                        new ExecutionStarted(
                                execution(1),
                                "random",
                                ResourceAction.CREATE,
                                new ResourceRef("virtual-machine", resource(1).value()),
                                OWNER,
                                RandomPlans.next(random, 6),
                                NOW.plusSeconds(600))));
        follow();
        int rounds = 0;
        while (!state.status().isEnded()) {
            assertThat(rounds++).as("rounds until the end").isLessThan(PATIENCE);
            now = now.plusSeconds(random.nextInt(5));
            something();
            follow();
        }
        theEndIsConsistent();
    }

    private void something() {
        int step = random.nextInt(state.steps().size());
        int attempt = Math.max(1, state.step(step).attempt() - random.nextInt(2));
        boolean undoing = random.nextBoolean();
        switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                    take(
                            StepReports.news(
                                    state,
                                    new RecordStepSucceeded(
                                            execution(1),
                                            NODE,
                                            step,
                                            attempt,
                                            undoing,
                                            StepResult.EMPTY)));
            case 3 ->
                    take(
                            StepReports.news(
                                    state,
                                    new RecordStepFailed(
                                            execution(1),
                                            NODE,
                                            step,
                                            attempt,
                                            undoing,
                                            failure("BROKEN"),
                                            random.nextBoolean()),
                                    now));
            case 4, 5 ->
                    take(StepReports.again(state, new RetryStep(execution(1), step, attempt), now));
            case 6 ->
                    take(
                            StepReports.news(
                                    state,
                                    new TimeOutStep(execution(1), step, attempt, undoing),
                                    now));
            default -> seldomGiveUp();
        }
    }

    private void seldomGiveUp() {
        if (state.status() == ExecutionStatus.RUNNING && random.nextInt(20) == 0) {
            take(List.of(new CancellationRequested(execution(1), "test")));
            take(Course.giveUp(state, new Failure("CANCELLED", "test", now), true));
        }
    }

    private void follow() {
        var following = Course.next(state, now);
        while (!following.isEmpty()) {
            take(following);
            following = Course.next(state, now);
        }
    }

    private void take(List<? extends ExecutionEvent> events) {
        for (var event : events) {
            if (event instanceof StepDispatched dispatched) {
                isAllowed(dispatched);
            }
            state = ExecutionFold.evolve(state, event, new EventFacts(sequence++, now));
        }
    }

    private void isAllowed(StepDispatched dispatched) {
        String key =
                dispatched.step() + "/" + dispatched.attempt() + "/" + dispatched.compensation();
        assertThat(dispatches.add(key)).as("dispatched once: %s", key).isTrue();
        var step = state.step(dispatched.step());
        if (dispatched.compensation()) {
            assertThat(state.status()).isEqualTo(ExecutionStatus.COMPENSATING);
            return;
        }
        assertThat(state.status()).isEqualTo(ExecutionStatus.RUNNING);
        for (String name : step.plan().dependsOn()) {
            assertThat(named(name).status())
                    .isIn(
                            StepStatus.SUCCEEDED,
                            named(name).plan().optional()
                                    ? StepStatus.FAILED
                                    : StepStatus.SUCCEEDED);
        }
    }

    private StepState named(String name) {
        return state.steps().stream()
                .filter(step -> step.plan().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void theEndIsConsistent() {
        assertThat(state.steps()).allMatch(step -> step.status().isEnded());
        boolean succeeded = state.status() == ExecutionStatus.SUCCEEDED;
        for (var step : state.steps()) {
            boolean fine =
                    step.status() == StepStatus.SUCCEEDED
                            || step.status() == StepStatus.FAILED && step.plan().optional();
            if (succeeded) {
                assertThat(fine).as(step.plan().name()).isTrue();
            } else if (step.attempt() > 0 && step.plan().compensation() != null) {
                assertThat(step.status().isUndone()).as(step.plan().name()).isTrue();
            }
        }
        assertThat(state.failure() == null).isEqualTo(succeeded);
    }
}
