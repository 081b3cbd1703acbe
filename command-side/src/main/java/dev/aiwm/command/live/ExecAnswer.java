package dev.aiwm.command.live;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import java.nio.charset.StandardCharsets;

/** What a program did (R037). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecAnswer(
        @Schema(description = "Absent when it did not end in time") Integer exitCode,
        String stdout,
        String stderr,
        long durationMs,
        @Schema(description = "It said more than is shown") boolean truncated,
        @Schema(description = "It did not end in time and was ended by force") boolean timedOut) {

    static ExecAnswer of(Outcome outcome) {
        return new ExecAnswer(
                outcome.exitCode(),
                new String(outcome.out(), StandardCharsets.UTF_8),
                new String(outcome.err(), StandardCharsets.UTF_8),
                outcome.took().toMillis(),
                outcome.truncated(),
                outcome.timedOut());
    }
}
