package dev.aiwm.command.execution;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;
import dev.aiwm.contracts.execution.command.RecordStepAcknowledged;
import dev.aiwm.contracts.execution.command.RecordStepFailed;
import dev.aiwm.contracts.execution.command.RecordStepProgress;
import dev.aiwm.contracts.execution.command.RecordStepSent;
import dev.aiwm.contracts.execution.command.RecordStepSucceeded;
import dev.aiwm.contracts.execution.command.RetryStep;
import dev.aiwm.contracts.execution.command.TimeOutStep;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepCompensated;
import dev.aiwm.contracts.execution.event.StepCompensationFailed;
import dev.aiwm.contracts.execution.event.StepFailed;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.execution.event.StepSucceeded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is news in a report about a step. Reports come repeatedly and late; one that is not about
 * the attempt that is out is ignored, because refusing it would only make it come again.
 */
final class StepReports {
    /** Smaller steps of progress are no events. */
    static final int LEAST_PROGRESS = 5;

    private static final int DONE = 100;
    private static final List<ExecutionEvent> NO_NEWS = List.of();

    private StepReports() {}

    /** What waited has its whole time from when it is sent, once. */
    static List<ExecutionEvent> news(ExecutionState state, RecordStepSent report, Instant now) {
        theStepIsTheNodes(state, report.step(), report.nodeId());
        Instant at = report.sentAt().isAfter(now) ? now : report.sentAt();
        return attemptOut(state, report.step(), report.attempt(), report.compensation())
                .filter(step -> step.acknowledgedAt() == null && !step.isSent())
                .map(step -> only(sent(state, step, report.compensation(), at)))
                .orElse(NO_NEWS);
    }

    private static StepSent sent(
            ExecutionState state, StepState step, boolean compensation, Instant at) {
        Instant limit = at.plusSeconds(step.plan().timeoutSeconds());
        return new StepSent(
                state.executionId(),
                step.index(),
                step.attempt(),
                compensation,
                at,
                limit.isAfter(step.dueAt()) ? limit : step.dueAt());
    }

    static List<ExecutionEvent> news(ExecutionState state, RecordStepAcknowledged report) {
        theStepIsTheNodes(state, report.step(), report.nodeId());
        return attemptOut(state, report.step(), report.attempt(), report.compensation())
                .filter(step -> step.acknowledgedAt() == null)
                .map(
                        step ->
                                only(
                                        new StepAcknowledged(
                                                state.executionId(),
                                                step.index(),
                                                step.attempt(),
                                                report.compensation(),
                                                report.sentAt())))
                .orElse(NO_NEWS);
    }

    static List<ExecutionEvent> news(ExecutionState state, RecordStepProgress report) {
        theStepIsTheNodes(state, report.step(), report.nodeId());
        int percent = Math.min(report.percent(), DONE);
        return attemptOut(state, report.step(), report.attempt(), false)
                .filter(step -> isFurther(step.progress(), percent))
                .map(
                        step ->
                                only(
                                        new StepProgressed(
                                                state.executionId(),
                                                step.index(),
                                                step.attempt(),
                                                percent,
                                                report.message())))
                .orElse(NO_NEWS);
    }

    private static boolean isFurther(int before, int percent) {
        return percent >= before + LEAST_PROGRESS || percent == DONE && percent > before;
    }

    static List<ExecutionEvent> news(ExecutionState state, RecordStepSucceeded report) {
        theStepIsTheNodes(state, report.step(), report.nodeId());
        return attemptOut(state, report.step(), report.attempt(), report.compensation())
                .map(step -> only(succeeded(state, step, report)))
                .orElse(NO_NEWS);
    }

    private static ExecutionEvent succeeded(
            ExecutionState state, StepState step, RecordStepSucceeded report) {
        return report.compensation()
                ? new StepCompensated(state.executionId(), step.index())
                : new StepSucceeded(
                        state.executionId(), step.index(), step.attempt(), report.result());
    }

    static List<ExecutionEvent> news(ExecutionState state, RecordStepFailed report, Instant now) {
        theStepIsTheNodes(state, report.step(), report.nodeId());
        return attemptOut(state, report.step(), report.attempt(), report.compensation())
                .map(step -> only(failed(state, step, report.failure(), report.retryable(), now)))
                .orElse(NO_NEWS);
    }

    /** A node that does not answer may answer the next time: running out of time is retryable. */
    static List<ExecutionEvent> news(ExecutionState state, TimeOutStep report, Instant now) {
        return attemptOut(state, report.step(), report.attempt(), report.compensation())
                .filter(step -> !step.dueAt().isAfter(now))
                .map(step -> only(failed(state, step, timedOut(step, now), true, now)))
                .orElse(NO_NEWS);
    }

    private static Failure timedOut(StepState step, Instant now) {
        return new Failure(
                RejectionCode.STEP_TIMED_OUT.name(),
                "no result within " + step.plan().timeoutSeconds() + " s",
                now);
    }

    private static ExecutionEvent failed(
            ExecutionState state, StepState step, Failure failure, boolean retryable, Instant now) {
        boolean compensation = state.status() == ExecutionStatus.COMPENSATING;
        var retry = step.plan().retry();
        var retryAt = now.plus(RetryTimes.pauseAfter(state.executionId(), step));
        boolean again =
                RetryTimes.mayBeRetried(step, failure, retryable)
                        && step.tries() <= retry.maxRetries()
                        && (compensation
                                || Course.reasonToGiveUp(state) == null
                                        && retryAt.isBefore(state.deadline()));
        if (again) {
            return new StepRetryScheduled(
                    state.executionId(),
                    step.index(),
                    step.attempt(),
                    compensation,
                    failure,
                    retryAt);
        }
        return compensation
                ? new StepCompensationFailed(state.executionId(), step.index(), failure)
                : new StepFailed(state.executionId(), step.index(), step.attempt(), failure);
    }

    static List<ExecutionEvent> again(ExecutionState state, RetryStep command, Instant now) {
        return step(state, command.step())
                .filter(step -> !state.isPaused())
                .filter(step -> step.status() == StepStatus.WAITING_RETRY)
                .filter(step -> step.attempt() == command.attempt())
                .map(
                        step ->
                                only(
                                        Course.dispatched(
                                                state,
                                                step,
                                                state.status() == ExecutionStatus.COMPENSATING,
                                                now)))
                .orElse(NO_NEWS);
    }

    private static void theStepIsTheNodes(ExecutionState state, int index, NodeId nodeId) {
        step(state, index)
                .filter(step -> !step.plan().nodeId().equals(nodeId))
                .ifPresent(
                        step -> {
                            throw new Rejection(
                                    RejectionCode.WRONG_NODE, "the step is another node's");
                        });
    }

    private static Optional<StepState> attemptOut(
            ExecutionState state, int index, int attempt, boolean compensation) {
        return step(state, index)
                .filter(step -> step.status().isInFlight())
                .filter(step -> (step.status() == StepStatus.COMPENSATING) == compensation)
                .filter(step -> step.attempt() == attempt);
    }

    private static Optional<StepState> step(ExecutionState state, int index) {
        return index < 0 || index >= state.steps().size()
                ? Optional.empty()
                : Optional.of(state.step(index));
    }

    private static List<ExecutionEvent> only(ExecutionEvent event) {
        return List.of(event);
    }
}
