package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that pauses the resource succeeded. */
public record RecordResourcePaused(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId)
        implements ResourceCommand {
    public RecordResourcePaused {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
