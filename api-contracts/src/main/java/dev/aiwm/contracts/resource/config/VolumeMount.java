package dev.aiwm.contracts.resource.config;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;

/** A host folder seen inside a container (R012). */
public record VolumeMount(
        @NotBlank String hostPath, @NotBlank String containerPath, boolean readOnly) {
    public VolumeMount {
        requireNonNull(hostPath, "hostPath is null");
        requireNonNull(containerPath, "containerPath is null");
    }
}
