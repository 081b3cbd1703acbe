package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.CapacityDemand;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.time.Instant;

/** Claim for a resource all of what it needs or nothing. */
public record ReserveCapacity(
        @TargetAggregateIdentifier NodeId nodeId,
        ResourceId resourceId,
        String resourceName,
        CapacityDemand demand,
        Instant expiresAt)
        implements NodeCommand {
    public ReserveCapacity {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(demand, "demand is null");
    }
}
