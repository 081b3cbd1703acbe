package dev.aiwm.contracts.bulk.task;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ResourceAction;

/** Delete one of its snapshots; only what a schedule keeps no longer is deleted so. */
public record DeleteSnapshotTask(SnapshotId snapshotId) implements ResourceTask {
    public DeleteSnapshotTask {
        requireNonNull(snapshotId, "snapshotId is null");
    }

    @Override
    public ResourceAction action() {
        return ResourceAction.DELETE_SNAPSHOT;
    }
}
