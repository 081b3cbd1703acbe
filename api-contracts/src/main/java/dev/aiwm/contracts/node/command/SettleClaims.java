package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceSize;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back what a resource claims beyond this much; never claims more. */
public record SettleClaims(
        @TargetAggregateIdentifier NodeId nodeId, ResourceId resourceId, ResourceSize size)
        implements NodeCommand {
    public SettleClaims {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(size, "size is null");
    }
}
