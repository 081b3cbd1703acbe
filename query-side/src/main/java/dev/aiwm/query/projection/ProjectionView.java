package dev.aiwm.query.projection;

import dev.aiwm.support.projection.ProjectionStatus;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/** How a read model or an index does. */
record ProjectionView(
        @Schema(example = "resources") String name,
        @Schema(
                        description = "Which side keeps it",
                        allowableValues = {"query", "command"})
                String side,
        @Schema(description = "Of its code") int version,
        @Schema(description = "Of its collection: a rebuild makes the next one") int generation,
        @Schema(allowableValues = {"live", "rebuilding", "faulty"}) String state,
        @Schema(description = "Events of the log that are not in it yet") long lag,
        @Schema(description = "Opaque") String position,
        @Schema(description = "Opaque") String head,
        String error,
        @Schema(description = "Events handled since this process started") long handledEvents,
        RebuildView rebuild,
        Instant lastRebuiltAt) {

    /** A new generation that is being built while the old one answers. */
    record RebuildView(
            int generation,
            @Schema(description = "0 to 100") int progress,
            long eventsLeft,
            Instant requestedAt,
            String requestedBy,
            String error) {

        private static RebuildView of(ProjectionStatus.Rebuild rebuild) {
            return rebuild == null
                    ? null
                    : new RebuildView(
                            rebuild.generation(),
                            rebuild.progress(),
                            rebuild.eventsLeft(),
                            rebuild.requestedAt(),
                            rebuild.requestedBy(),
                            rebuild.error());
        }
    }

    static ProjectionView of(String side, ProjectionStatus status) {
        return new ProjectionView(
                status.name(),
                side,
                status.version(),
                status.generation(),
                stateOf(status),
                status.lag(),
                status.position().toString(),
                status.head().toString(),
                status.error(),
                status.handled(),
                RebuildView.of(status.rebuild()),
                status.lastRebuiltAt());
    }

    private static String stateOf(ProjectionStatus status) {
        if (status.isFaulty()) {
            return "faulty";
        }
        return status.rebuild() == null ? "live" : "rebuilding";
    }
}
