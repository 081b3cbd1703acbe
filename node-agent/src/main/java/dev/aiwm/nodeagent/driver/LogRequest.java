package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.protocol.LogLine;

import java.time.Instant;

/**
 * Which lines.
 *
 * @param tail at most so many of the last ones
 * @param since only later ones; may be null
 * @param follow also those that are still to come
 * @param stream only those of this stream, the tail too; may be null
 */
public record LogRequest(int tail, Instant since, boolean follow, String stream) {
    public LogRequest {
        if (tail < 0) {
            throw new IllegalArgumentException("tail is negative");
        }
    }

    /** Of all streams. */
    public LogRequest(int tail, Instant since, boolean follow) {
        this(tail, since, follow, null);
    }

    /** Whether it is of the stream that is asked for. */
    public boolean wants(LogLine line) {
        return stream == null || stream.equals(line.stream());
    }
}
