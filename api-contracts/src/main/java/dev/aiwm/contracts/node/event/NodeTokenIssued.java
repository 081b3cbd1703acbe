package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** A token was made for the node. */
@Revision("1")
public record NodeTokenIssued(NodeId nodeId, String tokenId, Instant expiresAt, String description)
        implements NodeEvent {
    public NodeTokenIssued {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
