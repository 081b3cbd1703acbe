package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Failure;

import java.time.Instant;
import java.util.List;

/** A StepState being changed by one step of the fold. */
final class StepDraft {
    int index;
    StepPlan plan;
    StepOptions options;
    StepStatus status;
    int attempt;
    int attemptBase;
    int progress;
    String message;
    StepResult result;
    Failure failure;
    Instant dispatchedAt;
    Instant acknowledgedAt;
    Instant endedAt;
    Instant dueAt;
    String recovered;
    boolean toldAhead;
    List<StepAttempt> attempts;

    StepDraft() {}

    StepDraft(StepState before) {
        index = before.index();
        plan = before.plan();
        options = before.options();
        status = before.status();
        attempt = before.attempt();
        attemptBase = before.attemptBase();
        progress = before.progress();
        message = before.message();
        result = before.result();
        failure = before.failure();
        dispatchedAt = before.dispatchedAt();
        acknowledgedAt = before.acknowledgedAt();
        endedAt = before.endedAt();
        dueAt = before.dueAt();
        recovered = before.recovered();
        toldAhead = before.toldAhead();
        attempts = before.attempts();
    }

    StepState done() {
        return new StepState(
                index,
                plan,
                options,
                status,
                attempt,
                attemptBase,
                progress,
                message,
                result,
                failure,
                dispatchedAt,
                acknowledgedAt,
                endedAt,
                dueAt,
                recovered,
                toldAhead,
                attempts);
    }
}
