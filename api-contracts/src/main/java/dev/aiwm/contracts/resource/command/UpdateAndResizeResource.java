package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Change what a user may change but the configuration, and resize: both or neither. The version
 * that the update expects is the one that counts.
 */
public record UpdateAndResizeResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        UpdateResource update,
        ResizeResource resize)
        implements ResourceCommand {
    public UpdateAndResizeResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(update, "update is null");
        requireNonNull(resize, "resize is null");
    }
}
