package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

/** Which snapshot to take of what; the description may be absent. */
public record SnapshotRequest(
        ResourceId resourceId, SnapshotId snapshotId, String name, String description) {
    public SnapshotRequest {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(name, "name is null");
    }
}
