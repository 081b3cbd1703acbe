package dev.aiwm.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of an event besides its content: its place in its own stream, and when it was
 * decided.
 */
public record EventFacts(long sequence, Instant timestamp) {
    public EventFacts {
        requireNonNull(timestamp, "timestamp is null");
    }
}
