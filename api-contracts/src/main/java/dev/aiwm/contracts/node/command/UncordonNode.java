package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let new things be placed on the node again. */
public record UncordonNode(@TargetAggregateIdentifier NodeId nodeId, long expectedSequence)
        implements NodeCommand {
    public UncordonNode {
        requireNonNull(nodeId, "nodeId is null");
    }
}
