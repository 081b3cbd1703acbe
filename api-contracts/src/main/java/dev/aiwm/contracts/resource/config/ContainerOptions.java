package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.Copies;

import jakarta.validation.Valid;

import java.util.Map;

/**
 * How a container is run, beyond what it is made of. What is left out is as the image says, or as
 * the node does it: on the network {@code bridge}, pulled if not present, never restarted by the
 * engine.
 */
public record ContainerOptions(
        String user,
        String workingDir,
        String network,
        RestartPolicy restartPolicy,
        PullPolicy pullPolicy,
        boolean readOnlyRootFilesystem,
        Map<String, String> labels,
        @Valid ContainerHealthCheck healthCheck) {
    public static final ContainerOptions NONE =
            new ContainerOptions(null, null, null, null, null, false, Map.of(), null);

    public ContainerOptions {
        labels = Copies.orEmpty(labels);
    }
}
