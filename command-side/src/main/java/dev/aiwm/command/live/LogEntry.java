package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.aiwm.contracts.protocol.LogLine;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line of a log (R030). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogEntry(
        @Schema(description = "When it was printed; absent where the engine does not know")
                Instant timestamp,
        @Schema(description = "As the line itself names it; absent when it names none")
                String level,
        String message,
        @Schema(allowableValues = {LogLine.STDOUT, LogLine.STDERR, LogLine.CONSOLE})
                String stream) {
    private static final int HEAD = 80;
    private static final Pattern LEVEL =
            Pattern.compile(
                    "\\b(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|PANIC)\\b"
                            + "|\\blevel=\"?([a-z]+)");

    static LogEntry of(LogLine line) {
        return new LogEntry(line.timestamp(), level(line.message()), line.message(), line.stream());
    }

    private static String level(String message) {
        var found = LEVEL.matcher(message.substring(0, Math.min(HEAD, message.length())));
        if (!found.find()) {
            return null;
        }
        String word = found.group(1) == null ? found.group(2) : found.group(1);
        return word.toLowerCase(Locale.ROOT);
    }
}
