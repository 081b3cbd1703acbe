package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** See to it that a resource at rest holds on its node what it is to hold, and no more. */
public record ReviewClaims(@TargetAggregateIdentifier ResourceId resourceId) {
    public ReviewClaims {
        requireNonNull(resourceId, "resourceId is null");
    }
}
