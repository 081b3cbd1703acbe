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
 * Cuts what the engine sends into lines, each stream for itself. It sends a long line in pieces,
 * and writes the time before each: all of them are taken off, and the first is that of the line.
 * What comes from a terminal is not told apart into pieces: the time is where each must begin, as
 * all but the last are equally long. A line without an end is cut where it becomes too long to
 * keep.
 */
final class LogLines {
    private static final int PIECE = 16 * 1024;
    private static final int MOST_PIECES = 4;
    private static final int LONGEST = MOST_PIECES * PIECE;
    private static final int LONGEST_TIME = 40;

    /** As the engine writes each, with the space after it. */
    private static final int TIME = "2026-03-04T05:06:07.000000001Z ".length();

    private final Map<StreamType, Line> begun = new EnumMap<>(StreamType.class);
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

    /** What has been said of a line up to now, and when it began. */
    private static final class Line {
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private Instant at;

        /** Where what it is about begins, after the time that may be written before it. */
        private int begin(byte[] said, int from) {
            int end = from;
            while (end < said.length && said[end] > ' ' && end - from < LONGEST_TIME) {
                end++;
            }
            var time = time(new String(said, from, end - from, StandardCharsets.US_ASCII));
            if (time == null) {
                return from;
            }
            at = at == null ? time : at;
            return end < said.length && said[end] == ' ' ? end + 1 : end;
        }

        /** All that was said, without the times that a terminal has before its pieces. */
        private byte[] withoutTimes(byte[] said) {
            var pieces = new ByteArrayOutputStream(said.length);
            int from = 0;
            while (from < said.length) {
                from = begin(said, from);
                int length = Math.min(PIECE, said.length - from);
                pieces.write(said, from, length);
                from += length;
            }
            return pieces.toByteArray();
        }
    }

    void add(Frame frame) {
        var type = frame.getStreamType();
        var line = begun.computeIfAbsent(type, any -> new Line());
        byte[] said = frame.getPayload();
        boolean mayBegin = type != StreamType.RAW;
        int longest = mayBegin ? LONGEST : LONGEST + MOST_PIECES * TIME;
        int i = 0;
        while (i < said.length) {
            i = mayBegin ? line.begin(said, i) : i;
            mayBegin = false;
            for (; i < said.length && !mayBegin; i++) {
                boolean ends = said[i] == '\n';
                if (ends || line.text.size() >= longest) {
                    pass(type, line);
                }
                if (ends) {
                    line.at = null;
                    mayBegin = type != StreamType.RAW;
                } else {
                    line.text.write(said[i]);
                }
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
                    if (line.at != null || line.text.size() > 0) {
                        pass(type, line);
                    }
                });
        after = latest;
    }

    /** The time of the last line passed on, or the one given at first. */
    Instant latest() {
        return latest;
    }

    private void pass(StreamType type, Line line) {
        byte[] said = line.text.toByteArray();
        line.text.reset();
        byte[] text = type == StreamType.RAW ? line.withoutTimes(said) : said;
        String message = new String(text, StandardCharsets.UTF_8);
        var at = line.at;
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
