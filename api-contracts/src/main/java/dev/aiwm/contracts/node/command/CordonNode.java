package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Place nothing new on the node. */
public record CordonNode(
        @TargetAggregateIdentifier NodeId nodeId, String reason, long expectedSequence)
        implements NodeCommand {
    public CordonNode {
        requireNonNull(nodeId, "nodeId is null");
    }
}
