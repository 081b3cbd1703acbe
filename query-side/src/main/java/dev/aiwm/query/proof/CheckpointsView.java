package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** Signed checkpoints of the log. */
record CheckpointsView(
        List<Checkpoint> items,
        @Schema(description = "Number of the newest") int last,
        @Schema(description = "Position of the newest event in the chain") long linkedTo,
        @Schema(description = "Ed25519, X.509 in Base64") List<String> publicKeys) {
    CheckpointsView {
        items = List.copyOf(items);
        publicKeys = List.copyOf(publicKeys);
    }
}
