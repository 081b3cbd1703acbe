package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let the agent of a node in again that was shut out. */
public record ReadmitNode(@TargetAggregateIdentifier NodeId nodeId, long expectedSequence)
        implements NodeCommand {
    public ReadmitNode {
        requireNonNull(nodeId, "nodeId is null");
    }
}
