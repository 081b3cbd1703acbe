package dev.aiwm.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** A page of events. */
record TrailPage(
        List<TrailEntry> items,
        int limit,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "Goes on in the same order; null when there is no more")
                String nextCursor,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "Goes back; at the newest end it finds what has come since")
                String previousCursor) {
    TrailPage {
        items = List.copyOf(items);
    }
}
