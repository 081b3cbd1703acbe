package dev.aiwm.contracts.resource.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give what runs another size, for which its node has enough already. */
public record ResizeResource(
        @TargetAggregateIdentifier ResourceId resourceId,
        ExecutionId executionId,
        ResourceConfig config,
        Claims claims,
        long expectedSequence)
        implements ResourceCommand {
    public ResizeResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(config, "config is null");
        requireNonNull(claims, "claims is null");
    }
}
