package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.Runtime;

/** One engine object that carries our mark, as the agent sees it. */
public record ManagedResource(
        ResourceId resourceId,
        ResourceType resourceType,
        int generation,
        Observation observation,
        Runtime runtime) {
    public ManagedResource {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(resourceType, "resourceType is null");
        requireNonNull(observation, "observation is null");
    }
}
