package dev.aiwm.query.invariant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;

/**
 * Something that would stay as it is for ever, or that belongs to nobody.
 *
 * @param id of the execution, or of the resource
 * @param since when what it is about changed last
 */
record Breach(
        Rule rule,
        @Schema(description = "Of the execution, or of the resource that is or claims") String id,
        @Schema(example = "gpu-7") String nodeId,
        Instant since,
        String explanation) {

    Breach {
        requireNonNull(rule, "rule is null");
        requireNonNull(id, "id is null");
        requireNonNull(since, "since is null");
    }

    /** What must hold of everything that is not over. */
    enum Rule {
        EXECUTION_GOES_ON("execution-goes-on"),
        DEADLINE_IS_MET("deadline-is-met"),
        CLAIM_HAS_OWNER("claim-has-owner"),
        RESERVATION_ENDS("reservation-ends"),
        RESOURCE_HAS_CLAIM("resource-has-claim"),
        OPERATION_HAS_EXECUTION("operation-has-execution");

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
