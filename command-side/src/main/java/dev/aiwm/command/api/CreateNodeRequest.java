package dev.aiwm.command.api;

import dev.aiwm.contracts.node.NodeRole;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Map;

/** A node to be known; what it is made of its agent reports. */
@Schema(name = "CreateNode")
record CreateNodeRequest(
        @Schema(description = "Chosen by whoever registers the node; made up when absent")
                @Pattern(regexp = "[A-Za-z0-9._-]{1,64}")
                String nodeId,
        @NotBlank @Size(max = 255) String name,
        @Size(max = 2000) String description,
        List<@NotNull NodeRole> role,
        Map<String, String> labels,
        @Schema(description = "How often a CPU core is promised; 4 when absent")
                @DecimalMin("1.0")
                @DecimalMax("64.0")
                Double cpuOvercommit,
        @Schema(
                        description =
                                "Whether every organisation may use it, for good; a node that is"
                                        + " not shared is for the organisation of whoever registers"
                                        + " it")
                Boolean shared) {

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }
}
