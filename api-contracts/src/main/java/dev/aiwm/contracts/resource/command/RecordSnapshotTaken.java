package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.SnapshotFacts;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that takes a snapshot succeeded. */
public record RecordSnapshotTaken(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        SnapshotFacts facts)
        implements ResourceCommand {
    public RecordSnapshotTaken {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(facts, "facts is null");
    }
}
