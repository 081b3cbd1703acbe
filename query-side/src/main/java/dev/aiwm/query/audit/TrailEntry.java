package dev.aiwm.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** One event as histories show it. */
record TrailEntry(
        @Schema(description = "Opaque; what followed can be read as of it", example = "3f")
                String position,
        Instant timestamp,
        @Schema(
                        allowableValues = {
                            "resource",
                            "node",
                            "execution",
                            "bulk",
                            "schedule",
                            "user",
                            "dead-letter"
                        })
                String entity,
        String id,
        @Schema(description = "What happened", example = "ResourceStopRequested") String type,
        @Schema(description = "The entity's version after it") long version,
        String eventId,
        @Schema(description = "Opaque id of who, or name of what, caused it") String actor,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "Who that is, as far as it is known; `erased` for ever after",
                        example = "Ada Byron")
                String actorName,
        @Schema(allowableValues = {"user", "saga", "agent", "clock", "policy"}) String origin,
        @Schema(description = "Whose request it goes back to") String organisation,
        String reason,
        @Schema(description = "The request that it goes back to") String correlationId,
        @Schema(description = "The message that caused it") String causationId,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Fields before and after; secrets are masked")
                List<FieldChange> changes) {

    /**
     * @param name null when nothing is known of the actor
     */
    TrailEntry by(String name) {
        return new TrailEntry(
                position,
                timestamp,
                entity,
                id,
                type,
                version,
                eventId,
                actor,
                name,
                origin,
                organisation,
                reason,
                correlationId,
                causationId,
                changes);
    }
}
