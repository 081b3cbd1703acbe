package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.Inventory;

import org.axonframework.serialization.Revision;

/** The agent registered and was given a new epoch. */
@Revision("2")
public record NodeConnected(NodeId nodeId, long epoch, String tokenId, Inventory inventory)
        implements NodeEvent {
    public NodeConnected {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(inventory, "inventory is null");
    }
}
