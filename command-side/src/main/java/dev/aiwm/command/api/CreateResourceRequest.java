package dev.aiwm.command.api;

import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.Map;

/** The wish for a resource. */
@Schema(name = "CreateResource")
record CreateResourceRequest(
        @NotBlank @Size(max = 255) String name,
        @Size(max = 2000) String description,
        @NotNull ResourceType resourceType,
        @Schema(description = "Node to use; without it placement chooses one and says why")
                @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
                String nodeId,
        @Schema(description = "Labels that the node must have") Map<String, String> nodeSelector,
        @Schema(
                        description = "Prefer full nodes or empty ones",
                        allowableValues = {"pack", "spread"})
                @Pattern(regexp = "pack|spread")
                String placementStrategy,
        Map<String, String> labels,
        ComputeWhenStopped computeWhenStopped,
        @Schema(
                        description =
                                "What is done when it stops, fails or disappears unasked. Without"
                                        + " it `accept` for containers whose restartPolicy is `no`"
                                        + " or `on-failure`, else `restore`",
                        allowableValues = {"restore", "accept"})
                OnDivergence onDivergence,
        @NotNull @Valid ResourceConfig config) {}
