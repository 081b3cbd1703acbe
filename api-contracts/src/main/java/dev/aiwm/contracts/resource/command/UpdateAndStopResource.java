package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change what a user may change, and stop: both or neither. The version that the update expects is
 * the one that counts.
 */
public record UpdateAndStopResource(
        @TargetAggregateIdentifier ResourceId resourceId, UpdateResource update, StopResource stop)
        implements ResourceCommand {
    public UpdateAndStopResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(update, "update is null");
        requireNonNull(stop, "stop is null");
    }
}
