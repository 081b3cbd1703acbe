package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.serialization.Revision;

/** Someone wants the machine put back to a snapshot. */
@Revision("1")
public record SnapshotRestoreRequested(
        ResourceId resourceId, ExecutionId executionId, SnapshotId snapshotId, Claims claims)
        implements ResourceEvent {
    public SnapshotRestoreRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(claims, "claims is null");
    }
}
