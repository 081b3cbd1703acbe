package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The resource exists and needs these: what is reserved for it lasts until it is released. */
public record ConfirmReservation(
        @TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId, Claims claims)
        implements NodeCommand {
    public ConfirmReservation {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(claims, "claims is null");
    }
}
