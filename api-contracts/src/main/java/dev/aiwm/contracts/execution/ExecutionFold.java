package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.execution.event.CancellationRequested;
import dev.aiwm.contracts.execution.event.CompensationStarted;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.ExecutionDeadlineMoved;
import dev.aiwm.contracts.execution.event.ExecutionDescribed;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionMilestoneReached;
import dev.aiwm.contracts.execution.event.ExecutionPaused;
import dev.aiwm.contracts.execution.event.ExecutionPriorityChanged;
import dev.aiwm.contracts.execution.event.ExecutionRelabelled;
import dev.aiwm.contracts.execution.event.ExecutionResumed;
import dev.aiwm.contracts.execution.event.ExecutionRetried;
import dev.aiwm.contracts.execution.event.ExecutionStarted;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.GracefulCancellationRequested;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepRecovered;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.execution.event.StepSkipped;
import dev.aiwm.contracts.execution.event.StepSucceeded;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** What the events of an execution add up to. */
public final class ExecutionFold {
    private static final int DONE = 100;

    private static final Fold<ExecutionState, ExecutionEvent> FOLD =
            Fold.<ExecutionState, ExecutionEvent>over(ExecutionEvent.class)
                    .on(ExecutionStarted.class, ExecutionFold::started)
                    .on(StepDispatched.class, ExecutionFold::dispatched)
                    .on(
                            StepSent.class,
                            onStep(
                                    StepSent::step,
                                    (step, event, facts) -> StepFold.sent(step, event)))
                    .on(
                            StepAcknowledged.class,
                            onStep(
                                    StepAcknowledged::step,
                                    (step, event, facts) ->
                                            StepFold.acknowledged(step, event, facts.timestamp())))
                    .on(
                            StepProgressed.class,
                            onStep(
                                    StepProgressed::step,
                                    (step, event, facts) ->
                                            StepFold.progressed(step, event, facts.timestamp())))
                    .on(StepSucceeded.class, onStep(StepSucceeded::step, StepFold::succeeded))
                    .on(StepRetryScheduled.class, ExecutionFold::retryScheduled)
                    .on(StepFailed.class, ExecutionFold::failed)
                    .on(StepSkipped.class, ExecutionFold::skipped)
                    .on(CompensationStarted.class, ExecutionFold::compensationStarted)
                    .on(
                            StepCompensated.class,
                            (before, event, facts) ->
                                    ended(
                                            before,
                                            event.step(),
                                            StepStatus.COMPENSATED,
                                            null,
                                            facts))
                    .on(
                            StepCompensationFailed.class,
                            (before, event, facts) ->
                                    ended(
                                            before,
                                            event.step(),
                                            StepStatus.COMPENSATION_FAILED,
                                            event.failure(),
                                            facts))
                    .on(
                            CancellationRequested.class,
                            (before, event, facts) ->
                                    cancelled(before, event.reason(), facts.timestamp(), facts))
                    .on(
                            GracefulCancellationRequested.class,
                            (before, event, facts) ->
                                    cancelled(before, event.reason(), event.forcedAt(), facts))
                    .on(ExecutionDescribed.class, ExecutionFold::described)
                    .on(
                            ExecutionMilestoneReached.class,
                            on((draft, event) -> draft.milestone = event.percent()))
                    .on(ExecutionPaused.class, ExecutionFold::paused)
                    .on(ExecutionResumed.class, on((draft, event) -> goOn(draft)))
                    .on(ExecutionRetried.class, ExecutionFold::retried)
                    .on(StepRecovered.class, ExecutionFold::recovered)
                    .on(
                            ExecutionRelabelled.class,
                            on((draft, event) -> draft.labels = event.labels()))
                    .on(
                            ExecutionDeadlineMoved.class,
                            on((draft, event) -> draft.deadline = event.deadline()))
                    .on(
                            ExecutionPriorityChanged.class,
                            on((draft, event) -> draft.priority = event.priority()))
                    .on(
                            ExecutionSucceeded.class,
                            (before, event, facts) ->
                                    finished(before, ExecutionStatus.SUCCEEDED, null, facts))
                    .on(
                            ExecutionFailed.class,
                            (before, event, facts) ->
                                    finished(
                                            before, ExecutionStatus.FAILED, event.failure(), facts))
                    .on(
                            ExecutionCancelled.class,
                            (before, event, facts) ->
                                    finished(
                                            before,
                                            ExecutionStatus.CANCELLED,
                                            event.failure(),
                                            facts))
                    .total();

    private ExecutionFold() {}

    public static ExecutionState evolve(
            ExecutionState before, ExecutionEvent event, EventFacts facts) {
        return FOLD.evolve(before, event, facts);
    }

    private static ExecutionState started(
            ExecutionState before, ExecutionStarted event, EventFacts facts) {
        var draft = new ExecutionDraft();
        draft.executionId = event.executionId();
        draft.name = event.name();
        draft.action = event.action();
        draft.subject = event.subject();
        draft.owner = event.owner();
        draft.status = ExecutionStatus.RUNNING;
        draft.startedAt = facts.timestamp();
        draft.deadline = event.deadline();
        draft.limitSeconds =
                Math.max(1, Duration.between(facts.timestamp(), event.deadline()).toSeconds());
        draft.priority = ExecutionOptions.USUAL_PRIORITY;
        draft.round = 1;
        var steps = new ArrayList<StepState>();
        for (var plan : event.steps()) {
            var step = new StepDraft();
            step.index = steps.size();
            step.plan = plan;
            step.status = StepStatus.PENDING;
            steps.add(step.done());
        }
        draft.steps = steps;
        return done(draft, facts);
    }

    private static ExecutionState dispatched(
            ExecutionState before, StepDispatched event, EventFacts facts) {
        var after =
                change(
                        before,
                        event.step(),
                        facts,
                        step ->
                                StepFold.dispatched(
                                        step, event, before.round(), facts.timestamp()));
        return ToldAhead.with(after, event.following());
    }

    private static ExecutionState retryScheduled(
            ExecutionState before, StepRetryScheduled event, EventFacts facts) {
        var after =
                change(
                        before,
                        event.step(),
                        facts,
                        step -> StepFold.retryScheduled(step, event, facts.timestamp()));
        return ToldAhead.without(after, event.step(), event.attempt(), event.failure());
    }

    private static ExecutionState failed(
            ExecutionState before, StepFailed event, EventFacts facts) {
        var after = ended(before, event.step(), StepStatus.FAILED, event.failure(), facts);
        return ToldAhead.without(after, event.step(), event.attempt(), event.failure());
    }

    private static ExecutionState skipped(
            ExecutionState before, StepSkipped event, EventFacts facts) {
        return change(
                before,
                event.step(),
                facts,
                step -> {
                    StepFold.end(step, StepStatus.SKIPPED, null, facts);
                    step.message = event.reason();
                });
    }

    private static ExecutionState ended(
            ExecutionState before,
            int index,
            StepStatus status,
            Failure failure,
            EventFacts facts) {
        return change(before, index, facts, step -> StepFold.end(step, status, failure, facts));
    }

    private static ExecutionState recovered(
            ExecutionState before, StepRecovered event, EventFacts facts) {
        return change(before, event.step(), facts, step -> step.recovered = event.reason());
    }

    private static ExecutionState described(
            ExecutionState before, ExecutionDescribed event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.labels = event.labels();
        draft.priority = event.priority();
        var steps = new ArrayList<StepState>();
        for (var step : before.steps()) {
            var changed = new StepDraft(step);
            if (step.index() < event.steps().size()) {
                changed.options = event.steps().get(step.index());
            }
            steps.add(changed.done());
        }
        draft.steps = steps;
        return done(draft, facts);
    }

    private static ExecutionState retried(
            ExecutionState before, ExecutionRetried event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.status = ExecutionStatus.RUNNING;
        draft.round = event.round();
        draft.deadline = event.deadline();
        draft.failure = null;
        draft.cancelRequested = false;
        draft.cancellation = null;
        draft.endedAt = null;
        draft.milestone = 0;
        var steps = new ArrayList<StepState>();
        for (var step : before.steps()) {
            var changed = new StepDraft(step);
            if (event.steps().contains(step.index())) {
                StepFold.reset(changed);
            }
            steps.add(changed.done());
        }
        draft.steps = steps;
        return done(draft, facts);
    }

    private static ExecutionState paused(
            ExecutionState before, ExecutionPaused event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.pausedAt = facts.timestamp();
        draft.pauseReason = event.reason();
        return done(draft, facts);
    }

    private static ExecutionState compensationStarted(
            ExecutionState before, CompensationStarted event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.status = ExecutionStatus.COMPENSATING;
        draft.failure = event.failure();
        goOn(draft);
        return done(draft, facts);
    }

    private static ExecutionState cancelled(
            ExecutionState before, String reason, Instant forcedAt, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.cancelRequested = true;
        draft.cancellation = new Cancellation(reason, facts.timestamp(), forcedAt);
        goOn(draft);
        return done(draft, facts);
    }

    private static void goOn(ExecutionDraft draft) {
        draft.pausedAt = null;
        draft.pauseReason = null;
    }

    private static <T extends ExecutionEvent> Fold.Step<ExecutionState, T> on(
            BiConsumer<ExecutionDraft, T> change) {
        return (before, event, facts) -> {
            var draft = new ExecutionDraft(before);
            change.accept(draft, event);
            return done(draft, facts);
        };
    }

    private static ExecutionState finished(
            ExecutionState before, ExecutionStatus status, Failure failure, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.status = status;
        draft.failure = failure;
        goOn(draft);
        draft.endedAt = facts.timestamp();
        return done(draft, facts);
    }

    /** What an event does to the one step that it is about. */
    private interface OfStep<T> {
        void apply(StepDraft step, T event, EventFacts facts);
    }

    private static <T extends ExecutionEvent> Fold.Step<ExecutionState, T> onStep(
            ToIntFunction<T> index, OfStep<T> change) {
        return (before, event, facts) ->
                change(
                        before,
                        index.applyAsInt(event),
                        facts,
                        step -> change.apply(step, event, facts));
    }

    private static ExecutionState change(
            ExecutionState before, int index, EventFacts facts, Consumer<StepDraft> change) {
        var draft = new ExecutionDraft(before);
        var steps = new ArrayList<>(before.steps());
        var step = new StepDraft(steps.get(index));
        change.accept(step);
        steps.set(index, step.done());
        draft.steps = steps;
        return done(draft, facts);
    }

    private static ExecutionState done(ExecutionDraft draft, EventFacts facts) {
        draft.progress = progress(draft.steps, draft.status);
        draft.updatedAt = facts.timestamp();
        draft.sequence = facts.sequence();
        return draft.done();
    }

    private static int progress(List<StepState> steps, ExecutionStatus status) {
        if (status == ExecutionStatus.SUCCEEDED || steps.isEmpty()) {
            return DONE;
        }
        long sum = 0;
        long whole = 0;
        for (var step : steps) {
            long weight = ExpectedDurations.of(step);
            sum += weight * (step.status().isEnded() ? DONE : step.progress());
            whole += weight;
        }
        return (int) (sum / whole);
    }
}
