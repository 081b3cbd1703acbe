package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a node is cut off. */
@Schema(name = "FenceNode")
record FenceRequest(@NotBlank @Size(max = 500) String reason) {}
