package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.Claims;

import java.time.Instant;

/** One claim of a node with its owner, as REST shows it. */
public record AllocationView(
        String resourceId,
        String resourceName,
        boolean confirmed,
        Claims claims,
        Instant since,
        Instant expiresAt) {
    public AllocationView {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(since, "since is null");
    }

    public static AllocationView of(Allocation held) {
        return new AllocationView(
                held.resourceId().value(),
                held.resourceName(),
                held.confirmed(),
                held.claims(),
                held.since(),
                held.expiresAt());
    }
}
