package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A reservation was not confirmed in time. */
public record ExpireReservation(@TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId)
        implements NodeCommand {
    public ExpireReservation {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
    }
}
