package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The node has been silent for too long, or an operator says so. */
public record FenceNode(@TargetAggregateIdentifier NodeId nodeId, long epoch, String reason)
        implements NodeCommand {
    public FenceNode {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
