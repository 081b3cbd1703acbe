package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Fold;
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
                    .on(StepAcknowledged.class, ExecutionFold::acknowledged)
                    .on(
                            StepProgressed.class,
                            onStep(StepProgressed::step, ExecutionFold::progressed))
                    .on(StepSucceeded.class, ExecutionFold::succeeded)
                    .on(
                            StepRetryScheduled.class,
                            onStep(StepRetryScheduled::step, ExecutionFold::retryScheduled))
                    .on(
                            StepFailed.class,
                            (before, event, facts) ->
                                    ended(
                                            before,
                                            event.step(),
                                            StepStatus.FAILED,
                                            event.failure(),
                                            facts))
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
                    .on(CancellationRequested.class, ExecutionFold::cancellationRequested)
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
        return change(
                before,
                event.step(),
                facts,
                step -> {
                    step.status =
                            event.compensation() ? StepStatus.COMPENSATING : StepStatus.DISPATCHED;
                    step.attempt = event.attempt();
                    step.dispatchedAt = facts.timestamp();
                    step.acknowledgedAt = null;
                    step.dueAt = event.dueAt();
                });
    }

    private static ExecutionState acknowledged(
            ExecutionState before, StepAcknowledged event, EventFacts facts) {
        return change(
                before,
                event.step(),
                facts,
                step -> {
                    step.acknowledgedAt = facts.timestamp();
                    if (!event.compensation()) {
                        step.status = StepStatus.ACKNOWLEDGED;
                    }
                });
    }

    private static void progressed(StepDraft step, StepProgressed event) {
        step.progress = event.percent();
        step.message = event.message();
    }

    private static ExecutionState succeeded(
            ExecutionState before, StepSucceeded event, EventFacts facts) {
        return change(
                before,
                event.step(),
                facts,
                step -> {
                    end(step, StepStatus.SUCCEEDED, null, facts);
                    step.result = event.result();
                    step.message = event.result().message();
                });
    }

    private static void retryScheduled(StepDraft step, StepRetryScheduled event) {
        step.status = StepStatus.WAITING_RETRY;
        step.failure = event.failure();
        step.progress = 0;
        step.dueAt = event.retryAt();
    }

    private static ExecutionState skipped(
            ExecutionState before, StepSkipped event, EventFacts facts) {
        return change(
                before,
                event.step(),
                facts,
                step -> {
                    end(step, StepStatus.SKIPPED, null, facts);
                    step.message = event.reason();
                });
    }

    private static ExecutionState ended(
            ExecutionState before,
            int index,
            StepStatus status,
            Failure failure,
            EventFacts facts) {
        return change(before, index, facts, step -> end(step, status, failure, facts));
    }

    private static void end(StepDraft step, StepStatus status, Failure failure, EventFacts facts) {
        step.status = status;
        step.failure = failure == null && status != StepStatus.SUCCEEDED ? step.failure : failure;
        step.progress = status == StepStatus.SUCCEEDED ? DONE : step.progress;
        step.endedAt = facts.timestamp();
        step.dueAt = null;
    }

    private static ExecutionState compensationStarted(
            ExecutionState before, CompensationStarted event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.status = ExecutionStatus.COMPENSATING;
        draft.failure = event.failure();
        return done(draft, facts);
    }

    private static ExecutionState cancellationRequested(
            ExecutionState before, CancellationRequested event, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.cancelRequested = true;
        return done(draft, facts);
    }

    private static ExecutionState finished(
            ExecutionState before, ExecutionStatus status, Failure failure, EventFacts facts) {
        var draft = new ExecutionDraft(before);
        draft.status = status;
        draft.failure = failure;
        draft.endedAt = facts.timestamp();
        return done(draft, facts);
    }

    private static <T extends ExecutionEvent> Fold.Step<ExecutionState, T> onStep(
            ToIntFunction<T> index, BiConsumer<StepDraft, T> change) {
        return (before, event, facts) ->
                change(before, index.applyAsInt(event), facts, step -> change.accept(step, event));
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
        int sum = 0;
        for (var step : steps) {
            sum += step.status().isEnded() ? DONE : step.progress();
        }
        return sum / steps.size();
    }
}
