package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that restores a snapshot succeeded. */
public record RecordSnapshotRestored(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        ObservedState state,
        Runtime runtime)
        implements ResourceCommand {
    public RecordSnapshotRestored {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(state, "state is null");
    }
}
