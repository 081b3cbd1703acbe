package dev.aiwm.contracts.resource.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.AllowedActions;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.Divergence;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.PlacementDecision;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.Restoration;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A resource as REST shows it; secrets are masked. */
public record ResourceView(
        @JsonProperty("_id") String id,
        String name,
        String description,
        ResourceType resourceType,
        String nodeId,
        ResourceStatus status,
        ResourceConfig config,
        @JsonInclude(JsonInclude.Include.ALWAYS) Runtime runtime,
        Owner owner,
        Map<String, String> labels,
        WantedState wantedStatus,
        Observation observed,
        Divergence divergence,
        String executionId,
        Failure failure,
        Claims claims,
        ComputeWhenStopped computeWhenStopped,
        OnDivergence onDivergence,
        Restoration restoration,
        PlacementDecision placement,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SizePart> fromNextStart,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SnapshotView> snapshots,
        List<ResourceAction> allowedActions,
        boolean simulated,
        int generation,
        long version,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt) {
    public ResourceView {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(resourceType, "resourceType is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(status, "status is null");
        requireNonNull(config, "config is null");
        requireNonNull(owner, "owner is null");
        labels = Copies.orEmpty(labels);
        requireNonNull(wantedStatus, "wantedStatus is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(computeWhenStopped, "computeWhenStopped is null");
        fromNextStart = fromNextStart == null ? List.of() : List.copyOf(fromNextStart);
        snapshots = snapshots == null ? List.of() : List.copyOf(snapshots);
        allowedActions = List.copyOf(allowedActions);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public static ResourceView of(ResourceState state) {
        return new ResourceView(
                state.resourceId().value(),
                state.name(),
                state.description(),
                state.config().resourceType(),
                state.nodeId().value(),
                state.status(),
                state.config().masked(),
                state.runtime(),
                state.owner(),
                state.labels(),
                state.wanted(),
                state.observed(),
                state.divergence(),
                state.executionId() == null ? null : state.executionId().value(),
                state.failure(),
                state.claims(),
                state.computeWhenStopped(),
                state.effectiveOnDivergence(),
                state.restoration(),
                state.placement(),
                state.fromNextStart(),
                SnapshotsView.of(state).snapshots(),
                AllowedActions.of(state),
                state.simulated(),
                state.generation(),
                state.sequence(),
                state.createdAt(),
                state.updatedAt(),
                state.deletedAt());
    }
}
