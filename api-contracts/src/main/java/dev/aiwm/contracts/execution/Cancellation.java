package dev.aiwm.contracts.execution;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That an execution is to end.
 *
 * @param forcedAt until when what is in flight may finish
 */
public record Cancellation(String reason, Instant at, Instant forcedAt) {
    public Cancellation {
        requireNonNull(at, "at is null");
        requireNonNull(forcedAt, "forcedAt is null");
    }
}
