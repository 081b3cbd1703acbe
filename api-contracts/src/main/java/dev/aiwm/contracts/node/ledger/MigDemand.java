package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

/** How many slices of a profile are wanted. */
public record MigDemand(String profile, int count) {
    public MigDemand {
        requireNonNull(profile, "profile is null");
    }
}
