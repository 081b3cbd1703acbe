package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;

/**
 * A container that is not ours, as the resource that it would be. The values of its environment are
 * in it as they are, as nobody has said yet which of them are secrets.
 */
public record AdoptableContainer(
        String containerId, String containerName, ApplicationContainerConfig config) {
    public AdoptableContainer {
        requireNonNull(containerId, "containerId is null");
        requireNonNull(containerName, "containerName is null");
        requireNonNull(config, "config is null");
    }

    /** Without what may be secret. */
    @Override
    public String toString() {
        return "AdoptableContainer[" + containerName + "]";
    }
}
