package dev.aiwm.query.stream;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** One event as the stream shows it. */
record ChangeView(
        @Schema(description = "Opaque; to go on after it, send it as Last-Event-ID", example = "3f")
                String position,
        Instant timestamp,
        @Schema(
                        allowableValues = {
                            "resource",
                            "node",
                            "execution",
                            "bulk-operation",
                            "schedule",
                            "user"
                        })
                String entity,
        String id,
        @Schema(description = "What happened", example = "ResourceStarted") String event,
        @Schema(description = "The entity's version after it: read with ?minVersion=") long version,
        @Schema(description = "Opaque id of who or what caused it") String actor,
        String correlationId,
        @Schema(description = "What the event says; secrets are masked") Object data) {}
