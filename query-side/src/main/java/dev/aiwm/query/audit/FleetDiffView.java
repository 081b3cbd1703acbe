package dev.aiwm.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What differs of the fleet between two places of the log. */
record FleetDiffView(
        @Schema(description = "Position of the earlier state") String from,
        @Schema(description = "Position of the later state") String to,
        @Schema(description = "Resources and nodes that differ, last changed first")
                List<DiffView> items,
        int limit,
        @JsonInclude(JsonInclude.Include.ALWAYS) String nextCursor) {
    FleetDiffView {
        items = List.copyOf(items);
    }
}
