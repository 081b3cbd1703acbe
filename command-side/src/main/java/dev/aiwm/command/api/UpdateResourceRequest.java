package dev.aiwm.command.api;

import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.config.ResourceConfig;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.Map;

/** What a merge patch of a resource may name; documentation only, a patch is read as JSON. */
@Schema(
        name = "UpdateResource",
        description =
                "JSON merge patch: what is absent stays, null removes. The configuration can be"
                        + " changed while the resource is stopped or failed.")
record UpdateResourceRequest(
        String name,
        String description,
        Map<String, String> labels,
        ComputeWhenStopped computeWhenStopped,
        @Schema(
                        description = "What is done when it stops, fails or disappears unasked",
                        allowableValues = {"restore", "accept"})
                OnDivergence onDivergence,
        @Schema(
                        description = "States the wanted state and starts the work",
                        allowableValues = {"running", "stopped"})
                String status,
        ResourceConfig config) {}
