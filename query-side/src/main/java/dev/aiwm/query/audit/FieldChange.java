package dev.aiwm.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;

import tools.jackson.databind.JsonNode;

/** One field that an event changed. */
record FieldChange(
        @Schema(description = "JSON pointer into the entity", example = "/status") String field,
        @Schema(description = "Absent when there was none", type = "object") JsonNode before,
        @Schema(description = "Absent when there is none any more", type = "object")
                JsonNode after) {}
