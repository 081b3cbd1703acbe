package dev.aiwm.contracts.node.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.Inventory;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The agent of the node has registered; the answer carries the new epoch. */
public record ConnectNode(
        @TargetAggregateIdentifier NodeId nodeId, String tokenId, Inventory inventory)
        implements NodeCommand {
    public ConnectNode {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(inventory, "inventory is null");
    }
}
