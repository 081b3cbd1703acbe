package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is known of a token that lets an agent in as this node; never the token itself (R087). */
public record NodeToken(
        String tokenId, Instant issuedAt, Instant expiresAt, String description, boolean revoked) {
    public NodeToken {
        requireNonNull(tokenId, "tokenId is null");
        requireNonNull(issuedAt, "issuedAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
