package dev.aiwm.query.invariant;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** Whether everything that is not over now has something that it waits for. */
record PresentView(
        boolean hold,
        Instant at,
        @Schema(description = "That are under way") long executions,
        long claims,
        @Schema(description = "That are not deleted") long resources,
        List<Breach> violations) {
    PresentView {
        violations = List.copyOf(violations);
    }
}
