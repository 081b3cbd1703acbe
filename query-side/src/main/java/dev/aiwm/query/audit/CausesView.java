package dev.aiwm.query.audit;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** A graph of what led to what. */
record CausesView(
        @Schema(description = "What was asked about") String id,
        List<Cause> nodes,
        List<Edge> edges,
        @Schema(description = "Whether there is more than is shown") boolean truncated) {
    CausesView {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Something that led to something. */
    record Cause(
            String id,
            @Schema(allowableValues = {"request", "command", "event", "node-message", "report"})
                    String kind,
            @Schema(description = "Which event or message; not known of commands") String type,
            @Schema(description = "When it happened, or its first effect") Instant at,
            String position,
            String entity,
            String entityId,
            String actor,
            String origin) {}

    /** The first led to the second. */
    record Edge(String from, String to) {}
}
