package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An execution as REST shows it. */
public record ExecutionView(
        String executionId,
        String name,
        ResourceAction action,
        String resourceType,
        String resourceId,
        Owner owner,
        ExecutionStatus status,
        int progress,
        boolean done,
        List<StepView> steps,
        Failure error,
        boolean cancelRequested,
        Instant cancelForcedAt,
        boolean paused,
        String pauseReason,
        Map<String, String> labels,
        int priority,
        int round,
        Instant startedAt,
        Instant timeoutAt,
        Instant endedAt,
        Instant updatedAt,
        long version) {
    public ExecutionView {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(name, "name is null");
        requireNonNull(action, "action is null");
        requireNonNull(resourceType, "resourceType is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(status, "status is null");
        steps = List.copyOf(steps);
        labels = Copies.orEmpty(labels);
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(timeoutAt, "timeoutAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public ExecutionView withSteps(List<StepView> other) {
        return new ExecutionView(
                executionId,
                name,
                action,
                resourceType,
                resourceId,
                owner,
                status,
                progress,
                done,
                other,
                error,
                cancelRequested,
                cancelForcedAt,
                paused,
                pauseReason,
                labels,
                priority,
                round,
                startedAt,
                timeoutAt,
                endedAt,
                updatedAt,
                version);
    }

    public static ExecutionView of(ExecutionState state) {
        return new ExecutionView(
                state.executionId().value(),
                state.name(),
                state.action(),
                state.subject().type(),
                state.subject().id(),
                state.owner(),
                state.status(),
                state.progress(),
                state.status().isEnded(),
                state.steps().stream().map(step -> StepView.of(state, step)).toList(),
                state.failure(),
                state.cancelRequested(),
                state.cancellation() == null ? null : state.cancellation().forcedAt(),
                state.isPaused(),
                state.pauseReason(),
                state.labels(),
                state.priority(),
                state.round(),
                state.startedAt(),
                state.deadline(),
                state.endedAt(),
                state.updatedAt(),
                state.sequence());
    }
}
