package dev.aiwm.command.whatif;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stretch of the past, and what is to be different in it. */
@Schema(name = "WhatIf")
record WhatIfRequest(
        @NotNull @Schema(example = "2026-01-15T08:00:00Z") Instant from,
        @Schema(description = "Default: now", example = "2026-01-15T18:00:00Z") Instant to,
        @Pattern(regexp = "pack|spread")
                @Schema(
                        description = "Default: the configured one",
                        allowableValues = {"pack", "spread"})
                String policy,
        @DecimalMin("1") @Schema(description = "Of every node; default: its own")
                Double cpuOvercommit,
        @Size(max = 1_000) List<@Valid AddedNode> addNodes,
        @Size(max = 10_000) List<@NotBlank String> removeNodes,
        @Size(max = 1_000)
                @Schema(description = "How much each organisation, named by its id, may hold")
                Map<@NotBlank String, @NotNull @Valid Quota> quotas) {
    WhatIfRequest {
        addNodes = addNodes == null ? List.of() : List.copyOf(addNodes);
        removeNodes = removeNodes == null ? List.of() : List.copyOf(removeNodes);
        quotas = quotas == null ? Map.of() : new LinkedHashMap<>(quotas);
    }

    /**
     * A node that was not there.
     *
     * @param like a node that has connected by then, whose hardware it has
     */
    @Schema(name = "ImaginedNode")
    record AddedNode(
            @NotBlank @Size(max = 100) String nodeId,
            @NotBlank String like,
            Map<String, @NotNull String> labels) {}

    /** What an organisation may hold at most; what is left out is not limited. */
    @Schema(name = "ImaginedQuota")
    record Quota(
            @PositiveOrZero Integer resources,
            @PositiveOrZero Double cpuCores,
            @PositiveOrZero Long ramMB,
            @PositiveOrZero Long diskGB,
            @PositiveOrZero Integer gpus,
            @PositiveOrZero Integer migSlices) {}
}
