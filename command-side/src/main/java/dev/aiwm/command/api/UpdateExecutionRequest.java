package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Instant;
import java.util.Map;

/** A merge patch of an execution. */
@Schema(name = "UpdateExecution")
record UpdateExecutionRequest(
        @Schema(description = "null deletes a label") Map<String, String> labels,
        @Schema(description = "The new deadline, in the next 30 days") Instant timeoutAt,
        @Schema(description = "Of what is yet to be sent") @Min(1) @Max(9) Integer priority) {}
