package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** A token is no longer good. */
@Revision("1")
public record NodeTokenRevoked(NodeId nodeId, String tokenId) implements NodeEvent {
    public NodeTokenRevoked {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
    }
}
