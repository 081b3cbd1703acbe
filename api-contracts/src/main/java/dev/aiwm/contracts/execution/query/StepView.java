package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.StepAttempt;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.execution.StepState;
import dev.aiwm.contracts.execution.StepStatus;

import java.time.Instant;
import java.util.List;

/**
 * A step as REST shows it.
 *
 * @param attempts only where the steps themselves are asked for
 */
public record StepView(
        int index,
        String name,
        String nodeId,
        String action,
        String resourceId,
        List<String> dependsOn,
        boolean optional,
        StepStatus status,
        int attempt,
        int maxRetries,
        long timeoutSeconds,
        int progress,
        String message,
        StepResult result,
        Failure failure,
        Instant dispatchedAt,
        Instant acknowledgedAt,
        Instant endedAt,
        Instant dueAt,
        WaitingFor waitingFor,
        String recovered,
        List<StepAttempt> attempts) {
    public StepView {
        requireNonNull(name, "name is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(action, "action is null");
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        requireNonNull(status, "status is null");
    }

    public static StepView of(ExecutionState execution, StepState step) {
        var plan = step.plan();
        return new StepView(
                step.index(),
                plan.name(),
                plan.nodeId().value(),
                plan.command().type(),
                execution.subjectOf(step).id(),
                plan.dependsOn(),
                plan.optional(),
                step.status(),
                step.attempt(),
                plan.retry().maxRetries(),
                plan.timeoutSeconds(),
                step.progress(),
                step.message(),
                step.result(),
                step.failure(),
                step.dispatchedAt(),
                step.acknowledgedAt(),
                step.endedAt(),
                step.dueAt(),
                Waiting.of(execution, step),
                step.recovered(),
                null);
    }

    /** With everything that was tried. */
    public StepView withAttempts(List<StepAttempt> all) {
        return changed(waitingFor, all);
    }

    /** Its node cannot be reached, so that is what it waits for if it waits to be taken. */
    public StepView withNodeAway() {
        return waitsToBeTaken() ? changed(WaitingFor.NODE, attempts) : this;
    }

    /** Whether its node has yet to take it. */
    public boolean waitsToBeTaken() {
        return waitingFor != null && waitingFor.isForNode();
    }

    private StepView changed(WaitingFor waiting, List<StepAttempt> tried) {
        return new StepView(
                index,
                name,
                nodeId,
                action,
                resourceId,
                dependsOn,
                optional,
                status,
                attempt,
                maxRetries,
                timeoutSeconds,
                progress,
                message,
                result,
                failure,
                dispatchedAt,
                acknowledgedAt,
                endedAt,
                dueAt,
                waiting,
                recovered,
                tried);
    }
}
