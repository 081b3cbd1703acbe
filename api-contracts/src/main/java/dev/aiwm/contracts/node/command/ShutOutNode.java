package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Fence the node, and keep its agent out until it is readmitted. */
public record ShutOutNode(
        @TargetAggregateIdentifier NodeId nodeId, String reason, long expectedSequence)
        implements NodeCommand {
    public ShutOutNode {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
