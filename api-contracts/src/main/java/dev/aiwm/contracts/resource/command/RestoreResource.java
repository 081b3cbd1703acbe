package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begin an attempt to put the wanted state into effect; nothing when it waits no more. */
public record RestoreResource(
        @TargetAggregateIdentifier ResourceId resourceId, int attempt, ExecutionId executionId)
        implements ResourceCommand {
    public RestoreResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
