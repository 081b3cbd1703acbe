package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.Map;

/** Change what a user may change; an absent part stays as it is. */
public record UpdateResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        String name,
        String description,
        Map<String, String> labels,
        boolean replaceDescription,
        ResourceConfig config,
        Claims claims,
        ComputeWhenStopped computeWhenStopped,
        OnDivergence onDivergence,
        long expectedSequence)
        implements ResourceCommand {
    public UpdateResource {
        requireNonNull(resourceId, "resourceId is null");
        labels = labels == null ? null : Copies.of(labels);
    }
}
