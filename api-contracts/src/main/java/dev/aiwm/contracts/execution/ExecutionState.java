package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything the events say about one execution. */
public record ExecutionState(
        ExecutionId executionId,
        String name,
        ResourceAction action,
        ResourceRef subject,
        Owner owner,
        ExecutionStatus status,
        List<StepState> steps,
        int progress,
        Failure failure,
        boolean cancelRequested,
        Cancellation cancellation,
        Instant pausedAt,
        String pauseReason,
        Map<String, String> labels,
        int priority,
        int round,
        int milestone,
        long limitSeconds,
        Instant startedAt,
        Instant deadline,
        Instant endedAt,
        Instant updatedAt,
        long sequence) {
    public ExecutionState {
        requireNonNull(executionId, "executionId is null");
        requireNonNull(name, "name is null");
        requireNonNull(action, "action is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(status, "status is null");
        steps = List.copyOf(steps);
        labels = Copies.orEmpty(labels);
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(deadline, "deadline is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /** Nothing new is dispatched for now. */
    @JsonIgnore
    public boolean isPaused() {
        return pausedAt != null;
    }

    /** What the step is about. */
    public ResourceRef subjectOf(StepState step) {
        var own = step.options().subject();
        return own == null ? subject : own;
    }

    public StepState step(int index) {
        return steps.get(index);
    }
}
