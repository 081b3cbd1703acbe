package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a snapshot of a virtual machine. */
public record TakeSnapshot(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        SnapshotId snapshotId,
        String name,
        String description,
        long expectedSequence)
        implements ResourceCommand {
    public TakeSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(name, "name is null");
    }
}
