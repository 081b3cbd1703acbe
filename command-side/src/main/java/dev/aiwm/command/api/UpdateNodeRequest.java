package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;

import java.util.Map;

/** A merge patch of a node: what is absent stays, a description or label that is null goes. */
@Schema(name = "UpdateNode")
record UpdateNodeRequest(
        @Size(min = 1, max = 255) String name,
        @Size(max = 2000) String description,
        Map<String, String> labels,
        @DecimalMin("1.0") @DecimalMax("64.0") Double cpuOvercommit) {

    UpdateNodeRequest withDescription(String other) {
        return new UpdateNodeRequest(name, other, labels, cpuOvercommit);
    }
}
