package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;

import java.time.Instant;

/** One step as it stands. */
public record StepState(
        int index,
        StepPlan plan,
        StepStatus status,
        int attempt,
        int progress,
        String message,
        StepResult result,
        Failure failure,
        Instant dispatchedAt,
        Instant acknowledgedAt,
        Instant endedAt,
        Instant dueAt) {
    public StepState {
        requireNonNull(plan, "plan is null");
        requireNonNull(status, "status is null");
    }
}
