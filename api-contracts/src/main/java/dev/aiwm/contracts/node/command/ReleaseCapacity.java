package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back everything a resource holds. */
public record ReleaseCapacity(
        @TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId, String reason)
        implements NodeCommand {
    public ReleaseCapacity {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(reason, "reason is null");
    }
}
