package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that removes a snapshot succeeded. */
public record RecordSnapshotDeleted(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId)
        implements ResourceCommand {
    public RecordSnapshotDeleted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
