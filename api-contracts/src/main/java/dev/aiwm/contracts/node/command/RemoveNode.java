package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a node out; refused while anything is claimed on it. */
public record RemoveNode(@TargetAggregateIdentifier NodeId nodeId, long expectedSequence)
        implements NodeCommand {
    public RemoveNode {
        requireNonNull(nodeId, "nodeId is null");
    }
}
