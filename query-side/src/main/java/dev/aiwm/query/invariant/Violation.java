package dev.aiwm.query.invariant;

import com.fasterxml.jackson.annotation.JsonValue;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/**
 * A place of the log where something that must always hold did not.
 *
 * @param what which piece, or which sum
 * @param owners resources that had it at once
 */
record Violation(
        Rule rule,
        @Schema(description = "Opaque") String position,
        Instant at,
        String eventId,
        @Schema(example = "gpu-7") String nodeId,
        @Schema(example = "gpu GPU-0") String what,
        List<String> owners,
        String explanation) {

    Violation {
        owners = List.copyOf(owners);
    }

    /** What must always hold. */
    enum Rule {
        ONE_OWNER("one-owner"),
        WITHIN_CAPACITY("within-capacity"),
        SUMS_AGREE("sums-agree");

        private final String wire;

        Rule(String wire) {
            this.wire = wire;
        }

        @JsonValue
        String wire() {
            return wire;
        }
    }
}
