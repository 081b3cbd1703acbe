package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One line that an object printed.
 *
 * @param timestamp null where the engine does not know
 * @param stream {@code stdout}, {@code stderr} or {@code console}
 */
public record LogLine(Instant timestamp, String stream, String message) {
    public static final String STDOUT = "stdout";
    public static final String STDERR = "stderr";
    public static final String CONSOLE = "console";

    public LogLine {
        requireNonNull(stream, "stream is null");
        requireNonNull(message, "message is null");
    }
}
