package dev.aiwm.command.token;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import java.time.Instant;

/** A token that was just made; shown once. */
public record IssuedToken(
        NodeId nodeId, String tokenId, String token, Instant expiresAt, long expiresIn) {
    public IssuedToken {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(token, "token is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    @Override
    public String toString() {
        return "IssuedToken[" + nodeId.value() + ", " + tokenId + ", until " + expiresAt + "]";
    }
}
