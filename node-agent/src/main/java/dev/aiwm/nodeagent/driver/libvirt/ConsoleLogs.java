package dev.aiwm.nodeagent.driver.libvirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What machines said on their serial lines, as libvirt's log keeper wrote it down. It notes no
 * times, so lines have none and all of them count as later than any.
 */
final class ConsoleLogs implements LogReading {
    private static final String LOG_UNREADABLE = "LOG_UNREADABLE";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int MOST_BYTES = 1 << 20;

    private final Domains domains;

    ConsoleLogs(Domains domains) {
        this.domains = domains;
    }

    @Override
    public void readLog(ResourceId resourceId, LogRequest request, Consumer<LogLine> sink) {
        var file = file(resourceId).orElseThrow(() -> unknown(resourceId));
        try {
            long at = past(file, request.tail(), sink);
            var half = new ByteArrayOutputStream();
            while (request.follow() && file(resourceId).isPresent()) {
                at = further(file, at, half, sink);
                Thread.sleep(LOOK_AGAIN.toMillis());
            }
        } catch (IOException e) {
            throw new DriverException(
                    DriverException.Kind.RETRYABLE,
                    LOG_UNREADABLE,
                    "the log of the console cannot be read: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private Optional<Path> file(ResourceId resourceId) {
        return domains.find(
                        resourceId,
                        "find the log of the console",
                        (domain, description, mark) -> description)
                .map(description -> Path.of(description.consoleLog().orElse("")));
    }

    /** The last lines that are there, and how far that is. A line without end counts as one. */
    private static long past(Path file, int tail, Consumer<LogLine> sink) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long length = log.length();
            long from = Math.max(0, length - MOST_BYTES);
            byte[] bytes = new byte[(int) (length - from)];
            log.seek(from);
            log.readFully(bytes);
            List<String> lines = new String(bytes, UTF_8).lines().toList();
            List<String> whole =
                    from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
            whole.subList(Math.max(0, whole.size() - tail), whole.size())
                    .forEach(line -> sink.accept(line(line)));
            return length;
        }
    }

    /** What came since, line by line; half a line waits for its end. */
    private static long further(
            Path file, long at, ByteArrayOutputStream half, Consumer<LogLine> sink)
            throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            // shorter than before: the log keeper began a new one
            long from = log.length() < at ? 0 : at;
            byte[] bytes = new byte[(int) Math.min(MOST_BYTES, log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            var lines = new ArrayList<String>();
            for (byte each : bytes) {
                if (each == '\n') {
                    lines.add(half.toString(UTF_8));
                    half.reset();
                } else {
                    half.write(each);
                }
            }
            lines.forEach(line -> sink.accept(line(line)));
            return from + bytes.length;
        }
    }

    private static LogLine line(String text) {
        return new LogLine(null, LogLine.CONSOLE, text.replace("\r", ""));
    }

    private static DriverException unknown(ResourceId resourceId) {
        return DriverException.notFound(
                "no virtual machine here belongs to resource " + resourceId);
    }
}
