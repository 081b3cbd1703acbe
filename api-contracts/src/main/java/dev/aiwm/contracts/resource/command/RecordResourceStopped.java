package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The execution that stops the resource succeeded. */
public record RecordResourceStopped(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId, Integer exitCode)
        implements ResourceCommand {
    public RecordResourceStopped {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
