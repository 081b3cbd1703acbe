package dev.aiwm.command.whatif;

import dev.aiwm.contracts.resource.RefusedNode;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.List;

/** What would have been, beside what was. */
@Schema(name = "WhatIfAnswer")
record WhatIfView(
        Instant from,
        Instant to,
        String policy,
        @Schema(description = "Resources that were created, and those of removed nodes")
                int requests,
        @Schema(description = "Placed on the node where they were") int same,
        @Schema(description = "Placed on another node") int elsewhere,
        int refused,
        @Schema(description = "The first thousand that are not the same") List<Outcome> outcomes,
        @Schema(description = "The fleet at the end") List<NodeUse> nodes) {
    WhatIfView {
        outcomes = List.copyOf(outcomes);
        nodes = List.copyOf(nodes);
    }

    /**
     * What would have become of one request.
     *
     * @param what {@code create}, {@code move} off a removed node, or {@code claim} of what a
     *     resource claimed later, for a start or another size
     * @param was where it happened
     * @param wouldBe where it would have, or null when it was refused
     */
    record Outcome(
            String resourceId,
            String name,
            @Schema(allowableValues = {"create", "move", "claim"}) String what,
            Instant at,
            String was,
            String wouldBe,
            @Schema(example = "NO_NODE_FITS") String code,
            String reason,
            List<RefusedNode> refusedNodes) {
        Outcome {
            refusedNodes = List.copyOf(refusedNodes);
        }
    }

    /** How full a node would be, and was. */
    record NodeUse(
            String nodeId,
            @Schema(description = "Null for a node that was added") Use was,
            @Schema(description = "Null for a node that was removed") Use wouldBe) {}

    /** What is claimed of a node. */
    record Use(int resources, double cpuCores, long ramMB, long diskGB, int gpus, int migSlices) {}
}
