package dev.aiwm.command.token;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import java.time.Instant;

/** What a genuine token says. */
public record VerifiedToken(NodeId nodeId, String tokenId, Instant expiresAt) {
    public VerifiedToken {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
