package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

import java.time.Instant;
import java.util.List;

/** A step as REST shows it. */
public record StepView(
        int index,
        String name,
        String nodeId,
        String action,
        List<String> dependsOn,
        boolean optional,
        StepStatus status,
        int attempt,
        int maxRetries,
        int progress,
        String message,
        StepResult result,
        Failure failure,
        Instant dispatchedAt,
        Instant acknowledgedAt,
        Instant endedAt,
        Instant dueAt) {
    public StepView {
        requireNonNull(name, "name is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(action, "action is null");
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        requireNonNull(status, "status is null");
    }

    public static StepView of(StepState step) {
        var plan = step.plan();
        return new StepView(
                step.index(),
                plan.name(),
                plan.nodeId().value(),
                plan.command().type(),
                plan.dependsOn(),
                plan.optional(),
                step.status(),
                step.attempt(),
                plan.retry().maxRetries(),
                step.progress(),
                step.message(),
                step.result(),
                step.failure(),
                step.dispatchedAt(),
                step.acknowledgedAt(),
                step.endedAt(),
                step.dueAt());
    }
}
