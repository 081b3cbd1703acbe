package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The resource exists: its claims last until they are released. */
public record ConfirmReservation(@TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId)
        implements NodeCommand {
    public ConfirmReservation {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
    }
}
