package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepProgressed;
import dev.aiwm.contracts.execution.event.StepRetryScheduled;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.execution.event.StepSucceeded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What events do to one step. */
final class StepFold {
    private static final int DONE = 100;
    private static final int MOST_ATTEMPTS = 64;

    private StepFold() {}

    static void dispatched(StepDraft step, StepDispatched event, int round, Instant at) {
        boolean firstOfItsKind = step.status != StepStatus.WAITING_RETRY && event.compensation();
        if (firstOfItsKind) {
            step.attemptBase = event.attempt() - 1;
        }
        step.status = event.compensation() ? StepStatus.COMPENSATING : StepStatus.DISPATCHED;
        step.attempt = event.attempt();
        step.dispatchedAt = at;
        step.acknowledgedAt = null;
        step.dueAt = event.dueAt();
        var attempts = new ArrayList<>(step.attempts == null ? List.of() : step.attempts);
        attempts.add(
                new StepAttempt(
                        event.attempt(),
                        event.compensation(),
                        round,
                        at,
                        null,
                        null,
                        null,
                        0,
                        null,
                        null));
        step.attempts =
                attempts.size() > MOST_ATTEMPTS
                        ? attempts.subList(attempts.size() - MOST_ATTEMPTS, attempts.size())
                        : attempts;
    }

    static void sent(StepDraft step, StepSent event) {
        step.dueAt = event.dueAt();
        latest(step, attempt -> attempt.sent(event.sentAt()));
    }

    static void acknowledged(StepDraft step, StepAcknowledged event, Instant at) {
        step.acknowledgedAt = at;
        if (!event.compensation()) {
            step.status = StepStatus.ACKNOWLEDGED;
        }
        latest(step, attempt -> attempt.acknowledged(event.sentAt(), at));
    }

    static void progressed(StepDraft step, StepProgressed event, Instant at) {
        step.progress = event.percent();
        step.message = event.message();
        latest(step, attempt -> attempt.progressed(event.percent(), at));
    }

    static void succeeded(StepDraft step, StepSucceeded event, EventFacts facts) {
        end(step, StepStatus.SUCCEEDED, null, facts);
        step.result = event.result();
        step.message = event.result().message();
    }

    static void retryScheduled(StepDraft step, StepRetryScheduled event, Instant at) {
        step.status = StepStatus.WAITING_RETRY;
        step.failure = event.failure();
        step.progress = 0;
        step.dueAt = event.retryAt();
        finishLatest(step, event.failure(), at);
    }

    static void end(StepDraft step, StepStatus status, Failure failure, EventFacts facts) {
        step.status = status;
        step.failure = failure == null && status != StepStatus.SUCCEEDED ? step.failure : failure;
        step.progress = status == StepStatus.SUCCEEDED ? DONE : step.progress;
        step.endedAt = facts.timestamp();
        step.dueAt = null;
        finishLatest(step, failure, facts.timestamp());
    }

    /** It is to be done again, in another round. */
    static void reset(StepDraft step) {
        step.attemptBase = step.done().lastAttempt(false);
        step.status = StepStatus.PENDING;
        step.progress = 0;
        step.message = null;
        step.result = null;
        step.failure = null;
        step.dispatchedAt = null;
        step.acknowledgedAt = null;
        step.endedAt = null;
        step.dueAt = null;
        step.recovered = null;
    }

    private static void finishLatest(StepDraft step, Failure failure, Instant at) {
        latest(
                step,
                attempt -> attempt.finishedAt() == null ? attempt.finished(failure, at) : attempt);
    }

    private static void latest(StepDraft step, UnaryOperator<StepAttempt> change) {
        if (step.attempts == null || step.attempts.isEmpty()) {
            return;
        }
        var attempts = new ArrayList<>(step.attempts);
        int last = attempts.size() - 1;
        attempts.set(last, change.apply(attempts.get(last)));
        step.attempts = attempts;
    }
}
