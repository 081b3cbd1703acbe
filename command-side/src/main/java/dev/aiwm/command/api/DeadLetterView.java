package dev.aiwm.command.api;

import dev.aiwm.support.deadletter.DeadLetter;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** An event that was put aside. */
record DeadLetterView(
        String id,
        @Schema(description = "Which side put it aside", allowableValues = "command") String side,
        @Schema(description = "The saga or policy that could not handle it", example = "lifecycle")
                String processor,
        @Schema(
                        description =
                                "failed: it was tried; waiting: it is kept back behind an earlier"
                                        + " one about the same",
                        allowableValues = {"failed", "waiting"})
                String status,
        String eventId,
        @Schema(example = "ResourceStopRequested") String eventType,
        @Schema(description = "Whose event it is") String aggregateId,
        @Schema(description = "Where in the log it stands; opaque") String position,
        Instant parkedAt,
        @Schema(description = "How often it was tried") int attempts,
        Instant lastAttemptAt,
        @Schema(description = "Why the newest attempt failed") String cause,
        @Schema(description = "The dead letter that must be settled first, if any")
                String waitsFor) {

    static DeadLetterView of(DeadLetter letter, List<DeadLetter> all) {
        return new DeadLetterView(
                letter.id(),
                "command",
                letter.processor(),
                letter.waits() ? "waiting" : "failed",
                letter.eventId(),
                letter.eventType(),
                letter.aggregateId(),
                letter.position().toString(),
                letter.parkedAt(),
                letter.attempts(),
                letter.triedAt(),
                letter.cause(),
                letter.firstAhead(all).map(DeadLetter::id).orElse(null));
    }
}
