package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The work of creating has begun. */
public record RecordDeploymentStarted(
        @TargetAggregateIdentifier ResourceId resourceId, ExecutionId executionId)
        implements ResourceCommand {
    public RecordDeploymentStarted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
