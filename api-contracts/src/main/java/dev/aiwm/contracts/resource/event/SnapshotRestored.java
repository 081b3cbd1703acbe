package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.serialization.Revision;

/** The machine is as it was in the snapshot, and does what is told here. */
@Revision("1")
public record SnapshotRestored(
        ResourceId resourceId,
        ExecutionId executionId,
        SnapshotId snapshotId,
        ObservedState state,
        Runtime runtime)
        implements ResourceEvent, EndsOperation {
    public SnapshotRestored {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(state, "state is null");
    }
}
