package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Remove a resource and everything made for it. */
public record DeleteResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        boolean force,
        long expectedSequence)
        implements ResourceCommand {
    public DeleteResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
