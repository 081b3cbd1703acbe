package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

/**
 * What a resource was before it was ours.
 *
 * @param containerName by which its users know it, given back when it cannot be taken over
 */
public record Adoption(String containerId, String containerName) {
    public Adoption {
        requireNonNull(containerId, "containerId is null");
        requireNonNull(containerName, "containerName is null");
    }
}
