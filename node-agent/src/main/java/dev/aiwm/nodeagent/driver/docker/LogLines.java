package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;

import dev.aiwm.contracts.protocol.LogLine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cuts what the engine sends in pieces of any size into lines, each stream for itself, and takes
 * the time off each. A line without an end is cut where it becomes too long to keep.
 */
final class LogLines {
    private static final int LONGEST = 64 * 1024;

    private final Map<StreamType, ByteArrayOutputStream> begun = new EnumMap<>(StreamType.class);
    private final Consumer<LogLine> sink;
    private Instant after;
    private Instant latest;

    /**
     * @param after only lines later than this are passed on; may be null
     */
    LogLines(Instant after, Consumer<LogLine> sink) {
        this.after = after;
        latest = after;
        this.sink = sink;
    }

    void add(Frame frame) {
        var line =
                begun.computeIfAbsent(frame.getStreamType(), type -> new ByteArrayOutputStream());
        for (byte part : frame.getPayload()) {
            if (part == '\n' || line.size() >= LONGEST) {
                pass(frame.getStreamType(), line);
            }
            if (part != '\n') {
                line.write(part);
            }
        }
    }

    /**
     * Nothing more comes from here: what has begun is a line too, and what comes from elsewhere is
     * later than all this. The streams of one container are not in order among each other.
     */
    void end() {
        begun.forEach(
                (type, line) -> {
                    if (line.size() > 0) {
                        pass(type, line);
                    }
                });
        after = latest;
    }

    /** The time of the last line passed on, or the one given at first. */
    Instant latest() {
        return latest;
    }

    private void pass(StreamType type, ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        int space = text.indexOf(' ');
        var at = time(space < 0 ? text : text.substring(0, space));
        String message = at == null ? text : space < 0 ? "" : text.substring(space + 1);
        if (at != null && after != null && !at.isAfter(after)) {
            return;
        }
        latest = at == null || (latest != null && at.isBefore(latest)) ? latest : at;
        sink.accept(
                new LogLine(
                        at,
                        type == StreamType.STDERR ? LogLine.STDERR : LogLine.STDOUT,
                        message.endsWith("\r")
                                ? message.substring(0, message.length() - 1)
                                : message));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
