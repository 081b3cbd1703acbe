package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/** Someone wants a snapshot gone. */
@Revision("1")
public record SnapshotDeletionRequested(
        ResourceId resourceId, ExecutionId executionId, SnapshotId snapshotId)
        implements ResourceEvent {
    public SnapshotDeletionRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }
}
