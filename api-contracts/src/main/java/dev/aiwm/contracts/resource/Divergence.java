package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where the wish and what was seen differ. */
public record Divergence(WantedState wanted, ResourceStatus actual, Instant since) {
    public Divergence {
        requireNonNull(wanted, "wanted is null");
        requireNonNull(actual, "actual is null");
        requireNonNull(since, "since is null");
    }
}
