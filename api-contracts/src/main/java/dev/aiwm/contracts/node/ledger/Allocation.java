package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/** One entry of the ledger: who holds what, and until when if nobody has confirmed it. */
public record Allocation(
        ResourceId resourceId,
        String resourceName,
        Claims claims,
        boolean confirmed,
        Instant expiresAt,
        Instant since) {
    public Allocation {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(since, "since is null");
    }
}
