package dev.aiwm.contracts.resource.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.resource.Divergence;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.WantedState;

import java.time.Instant;

/** What a resource is doing (R029): the wish, what was seen last, and where the two differ. */
public record ResourceStatusView(
        String resourceId,
        ResourceStatus status,
        WantedState wantedStatus,
        Observation observed,
        Divergence divergence,
        ResourceAction action,
        String executionId,
        Runtime runtime,
        Failure failure,
        boolean simulated,
        long version,
        Instant updatedAt) {
    public ResourceStatusView {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(status, "status is null");
        requireNonNull(wantedStatus, "wantedStatus is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public static ResourceStatusView of(ResourceState state) {
        return new ResourceStatusView(
                state.resourceId().value(),
                state.status(),
                state.wanted(),
                state.observed(),
                state.divergence(),
                state.operation() == null ? null : state.operation().action(),
                state.executionId() == null ? null : state.executionId().value(),
                state.runtime(),
                state.failure(),
                state.simulated(),
                state.sequence(),
                state.updatedAt());
    }
}
