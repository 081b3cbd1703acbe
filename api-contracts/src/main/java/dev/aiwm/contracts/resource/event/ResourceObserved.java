package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.serialization.Revision;

/** An agent saw something that was not known. */
@Revision("1")
public record ResourceObserved(ResourceId resourceId, Observation observation, Runtime runtime)
        implements ResourceEvent {
    public ResourceObserved {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(observation, "observation is null");
    }
}
