package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Stop and start a running resource. */
public record RestartResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        boolean force,
        long gracePeriodSeconds,
        long expectedSequence)
        implements ResourceCommand {
    public RestartResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
