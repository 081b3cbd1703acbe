package dev.aiwm.contracts.execution;

import dev.aiwm.contracts.Failure;

import java.time.Instant;

/** A StepState being changed by one step of the fold. */
final class StepDraft {
    int index;
    StepPlan plan;
    StepStatus status;
    int attempt;
    int progress;
    String message;
    StepResult result;
    Failure failure;
    Instant dispatchedAt;
    Instant acknowledgedAt;
    Instant endedAt;
    Instant dueAt;

    StepDraft() {}

    StepDraft(StepState before) {
        index = before.index();
        plan = before.plan();
        status = before.status();
        attempt = before.attempt();
        progress = before.progress();
        message = before.message();
        result = before.result();
        failure = before.failure();
        dispatchedAt = before.dispatchedAt();
        acknowledgedAt = before.acknowledgedAt();
        endedAt = before.endedAt();
        dueAt = before.dueAt();
    }

    StepState done() {
        return new StepState(
                index,
                plan,
                status,
                attempt,
                progress,
                message,
                result,
                failure,
                dispatchedAt,
                acknowledgedAt,
                endedAt,
                dueAt);
    }
}
