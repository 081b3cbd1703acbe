package dev.aiwm.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** What differs of one entity between two places of the log. */
record DiffView(
        @Schema(allowableValues = {"resource", "node"}) String entity,
        String id,
        @Schema(description = "Position of the earlier state") String from,
        @Schema(description = "Position of the later state") String to,
        List<Difference> changes) {
    DiffView {
        changes = List.copyOf(changes);
    }

    /** One field, and who or what last set it. */
    record Difference(
            @Schema(description = "JSON pointer into the entity", example = "/status") String field,
            @Schema(type = "object") JsonNode before,
            @Schema(type = "object") JsonNode after,
            @Schema(description = "The event behind it; absent when it may not be seen")
                    TrailEntry by) {}
}
