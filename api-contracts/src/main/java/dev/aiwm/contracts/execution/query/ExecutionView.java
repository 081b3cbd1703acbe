package dev.aiwm.contracts.execution.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.List;

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
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(timeoutAt, "timeoutAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
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
                state.steps().stream().map(StepView::of).toList(),
                state.failure(),
                state.cancelRequested(),
                state.startedAt(),
                state.deadline(),
                state.endedAt(),
                state.updatedAt(),
                state.sequence());
    }
}
