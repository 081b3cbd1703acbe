package dev.aiwm.query.invariant;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Whether what must always hold held at each position of the log.
 *
 * @param firstViolation null when there is none
 */
record InvariantsView(
        boolean hold,
        @Schema(description = "Positions of the log that were looked at, from the first")
                long positions,
        @Schema(description = "Of these, changes of a node or its ledger") long ledgerChanges,
        int nodes,
        @Schema(description = "Opaque; the last position looked at") String upTo,
        Violation firstViolation) {}
