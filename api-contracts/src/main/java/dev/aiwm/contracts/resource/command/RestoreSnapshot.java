package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a virtual machine back to a snapshot. */
public record RestoreSnapshot(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        SnapshotId snapshotId,
        Claims claims,
        long expectedSequence)
        implements ResourceCommand {
    public RestoreSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(claims, "claims is null");
    }
}
