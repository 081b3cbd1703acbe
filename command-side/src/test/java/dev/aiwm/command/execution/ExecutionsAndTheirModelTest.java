package dev.aiwm.command.execution;

import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepOptions;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.command.ExecutionCommand;
import dev.aiwm.contracts.execution.command.ForceCancellation;
import dev.aiwm.contracts.execution.command.PauseExecution;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.RecoverStep;
import dev.aiwm.contracts.execution.command.ResumeExecution;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutExecution;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.ExecutionDescribed;
import dev.aiwm.contracts.execution.event.ExecutionMilestoneReached;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Random plans against nodes that take their time, lose, delay and repeat, users who cancel, pause,
 * retry and decide, and a program that dies and comes back up to an hour later: after each of it
 * the engine stands where a simple model does. The parameter is the seed; more of them with {@code
 * -Daiwm.test.execution-cases=100000}.
 */
class ExecutionsAndTheirModelTest {
    private static final ExecutionId ID = execution(1);
    private static final long ANY = -1;
    private static final long LIMIT = 900;
    private static final int PATIENCE = 20_000;

    private record Arrival(Instant at, ExecutionCommand report) {}

    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>(Comparator.comparing(Arrival::at));
    private final List<StepDispatched> sent = new ArrayList<>();
    private final Engine engine = new Engine(sent::add);
    private List<StepOptions> options;
    private ReferenceModel model;
    private Random random;
    private Instant now = NOW;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("aiwm.test.execution-cases", 1_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_execution_stands_where_its_model_does(long seed) {
        random = new Random(seed * 7_919 + 1);
        begin();
        for (int i = 0; engine.state().round() <= 3; i++) {
            assertThat(i).as("turns until the end").isLessThan(PATIENCE);
            if (engine.state().status().isEnded()) {
                theEndIsConsistent();
                lateNewsChangeNothing();
                if (!mayBeRetried() || random.nextInt(3) == 0) {
                    break;
                }
                retry();
            } else if (random.nextInt(10) == 0) {
                someoneSteers();
            } else if (random.nextInt(25) == 0) {
                theProgramDies();
            } else {
                whatComesNext();
            }
            theyAgree();
        }
        milestonesOnlyGrow();
    }

    private void begin() {
        var plans = RandomPlans.next(random, 8);
        options =
                plans.stream()
                        .map(
                                step ->
                                        random.nextInt(4) == 0
                                                ? List.of(NodeReports.BROKEN)
                                                : List.<String>of())
                        .map(codes -> new StepOptions(null, 0.0, codes, 1L + random.nextInt(9)))
                        .toList();
        var subject = new ResourceRef("virtual-machine", resource(1).value());
        var deadline = now.plusSeconds(LIMIT);
        model = new ReferenceModel(plans, deadline);
        model.settle();
        engine.begin(
                List.of(
                        new ExecutionStarted(
                                ID,
                                "random",
                                ResourceAction.CUSTOM,
                                subject,
                                OWNER,
                                plans,
                                deadline),
                        new ExecutionDescribed(ID, Map.of(), 5, options)),
                now);
        theyAgree();
    }

    private void theyAgree() {
        for (var dispatched : sent) {
            model.sent(dispatched);
            theNodeTakes(dispatched);
        }
        sent.clear();
        model.settle();
        var state = engine.state();
        assertThat(state.status()).isEqualTo(model.status);
        assertThat(state.isPaused()).isEqualTo(model.paused);
        for (var step : state.steps()) {
            assertThat(step.status())
                    .as("%s at %s", step.plan().name(), now)
                    .isEqualTo(model.steps.get(step.index()).status);
        }
        assertThat(engine.nextDue().isPresent())
                .as("there is a deadline until the end")
                .isEqualTo(!state.status().isEnded());
    }

    private void theNodeTakes(StepDispatched dispatched) {
        if (random.nextInt(6) == 0) {
            return; // it is lost
        }
        var report = NodeReports.result(dispatched, random);
        var at = now.plusMillis(random.nextInt(75_000));
        arrivals.add(new Arrival(at, report));
        if (random.nextInt(4) == 0) {
            arrivals.add(new Arrival(at.plusMillis(random.nextInt(90_000)), report));
        }
        if (random.nextInt(4) == 0) {
            var sentAt = now.plusMillis(random.nextInt(60_000));
            arrivals.add(new Arrival(sentAt, NodeReports.sent(dispatched, sentAt)));
        }
    }

    private void whatComesNext() {
        var due = engine.nextDue().orElseThrow();
        var arrival = arrivals.peek();
        if (arrival != null && arrival.at().isBefore(due.at())) {
            arrivals.remove();
            now = later(arrival.at());
            reported(arrival.report());
        } else {
            now = later(due.at());
            clockSays(due.command());
        }
    }

    private Instant later(Instant until) {
        return until.isAfter(now) ? until : now;
    }

    private void reported(ExecutionCommand report) {
        if (report instanceof RecordStepSucceeded told
                && model.isNews(told.step(), told.attempt(), told.compensation())) {
            model.succeeded(told.step(), told.compensation());
        } else if (report instanceof RecordStepFailed told
                && model.isNews(told.step(), told.attempt(), told.compensation())) {
            var codes = options.get(told.step()).retryableCodes();
            boolean retryable =
                    codes.isEmpty() ? told.retryable() : codes.contains(told.failure().code());
            model.failed(told.step(), told.compensation(), retryable, now);
        }
        model.settle();
        engine.handle(report, now);
    }

    private void clockSays(ExecutionCommand command) {
        if (command instanceof TimeOutStep late) {
            boolean retryable = options.get(late.step()).retryableCodes().isEmpty();
            model.failed(late.step(), late.compensation(), retryable, now);
        } else if (command instanceof RetryStep again) {
            model.retryIsDue(again.step());
        } else if (command instanceof TimeOutExecution || command instanceof ForceCancellation) {
            model.givenUp();
        }
        model.settle();
        engine.handle(command, now);
        if (random.nextInt(5) == 0) {
            engine.handle(command, now);
        }
    }

    /** Of what was due meanwhile the clock sends all, in its order. */
    private void theProgramDies() {
        engine.restart();
        now = now.plusSeconds(random.nextInt(3_600));
    }

    private void someoneSteers() {
        boolean forward = model.status == ExecutionStatus.RUNNING && !model.cancelled;
        switch (random.nextInt(6)) {
            case 0 -> cancel(random.nextInt(3) * 20L);
            case 1, 2 -> {
                var pause = new PauseExecution(ID, "wait", ANY);
                if (forward) {
                    model.paused = true;
                    engine.handle(pause, now);
                } else {
                    refused(pause);
                }
            }
            case 3, 4 -> {
                if (model.paused) {
                    model.resumed(now);
                    model.settle();
                }
                engine.handle(new ResumeExecution(ID, ANY), now);
            }
            default -> someoneDecides();
        }
    }

    private void cancel(long grace) {
        if (model.status == ExecutionStatus.RUNNING) {
            boolean awaits =
                    grace > 0
                            && model.steps.stream()
                                    .anyMatch(step -> step.status == StepStatus.DISPATCHED);
            model.cancelled = true;
            model.paused = false;
            if (!awaits) {
                model.givenUp();
            }
            model.settle();
        }
        engine.handle(new CancelExecution(ID, "enough", grace, ANY), now);
    }

    private void someoneDecides() {
        int index = random.nextInt(model.steps.size());
        var step = model.steps.get(index);
        boolean fine = random.nextBoolean();
        var command = new RecoverStep(ID, index, fine, "seen by eye", ANY);
        boolean undoing = model.status == ExecutionStatus.COMPENSATING;
        switch (step.status) {
            case DISPATCHED, COMPENSATING, WAITING_RETRY -> {
                if (fine) {
                    model.succeeded(index, undoing);
                } else {
                    step.status = undoing ? StepStatus.COMPENSATION_FAILED : StepStatus.FAILED;
                }
                model.settle();
                engine.handle(command, now);
            }
            default -> refused(command);
        }
    }

    private void refused(ExecutionCommand command) {
        var before = engine.state();
        assertThatThrownBy(() -> engine.handle(command, now)).isInstanceOf(Rejection.class);
        assertThat(engine.state()).isEqualTo(before);
    }

    private boolean mayBeRetried() {
        return engine.state().status() != ExecutionStatus.SUCCEEDED
                && engine.state().steps().stream()
                        .anyMatch(step -> step.status() != StepStatus.SUCCEEDED);
    }

    private void retry() {
        Integer from = random.nextBoolean() ? null : random.nextInt(model.steps.size());
        engine.handle(new RetryExecution(ID, from, ANY), now);
        var retried =
                engine.events().stream()
                        .filter(ExecutionRetried.class::isInstance)
                        .map(ExecutionRetried.class::cast)
                        .reduce((first, second) -> second)
                        .orElseThrow();
        for (int i = 0; i < model.steps.size(); i++) {
            boolean must =
                    model.steps.get(i).status != StepStatus.SUCCEEDED || from != null && from == i;
            assertThat(!must || retried.steps().contains(i)).as("step %s is redone", i).isTrue();
        }
        model.again(retried.steps(), now.plusSeconds(LIMIT));
        model.settle();
    }

    private void lateNewsChangeNothing() {
        var before = engine.state();
        while (!arrivals.isEmpty()) {
            engine.handle(arrivals.remove().report(), now);
        }
        assertThat(engine.state()).isEqualTo(before);
    }

    private void theEndIsConsistent() {
        var state = engine.state();
        assertThat(state.failure() == null).isEqualTo(state.status() == ExecutionStatus.SUCCEEDED);
        for (var step : state.steps()) {
            assertThat(step.status().isEnded()).isTrue();
            assertThat(step.attempts()).noneMatch(attempt -> attempt.finishedAt() == null);
        }
    }

    private void milestonesOnlyGrow() {
        int last = 0;
        for (var event : engine.events()) {
            if (event instanceof ExecutionRetried) {
                last = 0;
            } else if (event instanceof ExecutionMilestoneReached milestone) {
                assertThat(milestone.percent()).isGreaterThan(last).isIn(25, 50, 75, 100);
                last = milestone.percent();
            }
        }
    }
}
