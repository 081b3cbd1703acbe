package dev.aiwm.nodeagent.driver;

import java.time.Instant;

/**
 * Which lines.
 *
 * @param tail at most so many of the last ones
 * @param since only later ones; may be null
 * @param follow also those that are still to come
 */
public record LogRequest(int tail, Instant since, boolean follow) {
    public LogRequest {
        if (tail < 0) {
            throw new IllegalArgumentException("tail is negative");
        }
    }
}
