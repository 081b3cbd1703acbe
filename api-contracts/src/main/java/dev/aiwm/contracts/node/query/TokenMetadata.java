package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** When the newest token of a node was made and until when it is good (R087). */
public record TokenMetadata(Instant lastGenerated, Instant expiresAt, String description) {
    public TokenMetadata {
        requireNonNull(lastGenerated, "lastGenerated is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
