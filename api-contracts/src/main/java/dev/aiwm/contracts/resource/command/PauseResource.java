package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Freeze a running resource with all its memory. */
public record PauseResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        long expectedSequence)
        implements ResourceCommand {
    public PauseResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
