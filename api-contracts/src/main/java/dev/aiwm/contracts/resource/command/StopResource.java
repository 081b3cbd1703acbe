package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop a running resource: gracefully within the given time, or by force. */
public record StopResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        boolean force,
        long gracePeriodSeconds,
        long expectedSequence)
        implements ResourceCommand {
    public StopResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
