package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/** The snapshot is gone. */
@Revision("1")
public record SnapshotDeleted(ResourceId resourceId, ExecutionId executionId, SnapshotId snapshotId)
        implements ResourceEvent, EndsOperation {
    public SnapshotDeleted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }
}
