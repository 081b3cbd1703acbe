package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Map;

/** Steps that a user chose, to be carried out. */
@Schema(name = "CreateExecution")
record CreateExecutionRequest(
        @NotBlank @Size(max = 255) String name,
        @Schema(description = "Of the whole; default and limit are settings (1 h and 24 h)") @Min(1)
                Long timeoutSeconds,
        Map<String, String> labels,
        @Schema(
                        description =
                                "Among those of your organisation the higher has its turn at a node first. Default 5")
                @Min(1)
                @Max(9)
                Integer priority,
        @NotEmpty @Valid List<@NotNull Step> steps) {

    /** One step. */
    @Schema(name = "CreateStep")
    record Step(
            @Schema(description = "Default is its index") @Size(min = 1, max = 100) String name,
            @NotBlank String nodeId,
            @Schema(description = "What the node is to do", example = "container.pull") @NotBlank
                    String action,
            @Schema(description = "What the action says, `resourceId` among it")
                    Map<String, Object> data,
            @Schema(description = "Names or indexes of the steps that are to be done before it")
                    List<@NotNull String> dependsOn,
            @Schema(description = "May fail, and what depends on it goes on") boolean optional,
            @Schema(
                            description =
                                    "Of each attempt; as long it waits for its node or its turn at most")
                    @Min(1)
                    Long timeoutSeconds,
            @Schema(description = "Usual duration: what it weighs in the progress") @Min(1)
                    Long expectedSeconds,
            @Valid Retry retry,
            @Schema(description = "Undoes the step when the execution fails or is cancelled") @Valid
                    Compensation compensation) {}

    /** When a step is tried again. */
    @Schema(name = "StepRetry")
    record Retry(
            @Schema(description = "Attempts after the first; default 3") @Min(0) Integer max,
            @Min(0) Long initialDelayMs,
            @Schema(description = "By which the delay grows; default 2") @Min(1) Double factor,
            @Min(0) Long maxDelayMs,
            @Schema(description = "Part of itself by which a delay may differ, 0 to 1; default 0.2")
                    @Min(0)
                    @Max(1)
                    Double jitter,
            @Schema(description = "Only these failures are tried again; default what the node says")
                    List<@NotBlank String> retryableCodes) {}

    /** What undoes a step, on the same node. */
    @Schema(name = "StepCompensation")
    record Compensation(@NotBlank String action, Map<String, Object> data) {}
}
