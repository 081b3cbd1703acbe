package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What an agent saw, and when it saw it. */
public record Observation(ObservedState state, Integer exitCode, String message, Instant at) {
    public Observation {
        requireNonNull(state, "state is null");
        requireNonNull(at, "at is null");
    }
}
