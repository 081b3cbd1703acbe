package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceSize;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a resource claim at least this much as well; what it holds stays. */
public record ExtendClaims(
        @TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId, ResourceSize size)
        implements NodeCommand {
    public ExtendClaims {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(size, "size is null");
    }
}
