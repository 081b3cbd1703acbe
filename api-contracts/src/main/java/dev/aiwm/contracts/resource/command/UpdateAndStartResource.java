package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change what a user may change, and start: both or neither. The version that the update expects is
 * the one that counts.
 */
public record UpdateAndStartResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        UpdateResource update,
        StartResource start)
        implements ResourceCommand {
    public UpdateAndStartResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(update, "update is null");
        requireNonNull(start, "start is null");
    }
}
