package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/** Someone wants a snapshot of the machine. */
@Revision("1")
public record SnapshotRequested(
        ResourceId resourceId,
        ExecutionId executionId,
        SnapshotId snapshotId,
        String name,
        String description)
        implements ResourceEvent {
    public SnapshotRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(name, "name is null");
    }
}
