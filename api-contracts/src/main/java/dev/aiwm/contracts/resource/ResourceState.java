package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the events say about one resource; the aggregate decides on it and the read model
 * stores it.
 *
 * @param onDivergence null when nobody chose
 * @param restoration null when nothing had to be restored since somebody asked for something
 */
public record ResourceState(
        ResourceId resourceId,
        String name,
        String description,
        Map<String, String> labels,
        Owner owner,
        NodeId nodeId,
        ResourceConfig config,
        int generation,
        Claims claims,
        ComputeWhenStopped computeWhenStopped,
        PlacementDecision placement,
        boolean simulated,
        WantedState wanted,
        ResourceStatus status,
        Observation observed,
        Operation operation,
        ExecutionId executionId,
        Runtime runtime,
        Failure failure,
        Resize resize,
        List<SizePart> fromNextStart,
        List<Snapshot> snapshots,
        OnDivergence onDivergence,
        Restoration restoration,
        Instant divergedSince,
        Instant createdAt,
        Instant updatedAt,
        Instant deletedAt,
        long sequence) {
    public ResourceState {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        labels = Copies.orEmpty(labels);
        requireNonNull(owner, "owner is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(computeWhenStopped, "computeWhenStopped is null");
        requireNonNull(wanted, "wanted is null");
        requireNonNull(status, "status is null");
        fromNextStart = fromNextStart == null ? List.of() : List.copyOf(fromNextStart);
        snapshots = snapshots == null ? List.of() : List.copyOf(snapshots);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    /**
     * The difference between wish and observation, when nothing is under way that would close it.
     */
    public Divergence divergence() {
        return divergedSince == null ? null : new Divergence(wanted, status, divergedSince);
    }

    /** As chosen, or as is usual for such a resource. */
    public OnDivergence effectiveOnDivergence() {
        return onDivergence == null ? OnDivergence.usual(config) : onDivergence;
    }

    public Optional<Snapshot> snapshot(SnapshotId snapshotId) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.snapshotId().equals(snapshotId))
                .findFirst();
    }

    /**
     * Its disks are not yet those of the configuration, or its memory is not: a snapshot of them
     * could not be put back into what it becomes.
     */
    public boolean mustStartBeforeSnapshot() {
        return isAlive() ? !fromNextStart.isEmpty() : fromNextStart.contains(SizePart.DISK);
    }

    /** It runs or is frozen: it has its memory and devices. */
    @JsonIgnore
    public boolean isAlive() {
        return status == ResourceStatus.RUNNING || status == ResourceStatus.PAUSED;
    }

    @JsonIgnore
    public boolean isDeleted() {
        return status == ResourceStatus.DELETED;
    }
}
