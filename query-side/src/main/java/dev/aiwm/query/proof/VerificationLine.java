package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Verification;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A line of a check that tells how far it is.
 *
 * @param result in the last line only
 */
record VerificationLine(
        @Schema(description = "Position reached") long position, Verification result) {}
