package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The wanted state could not be put into effect and is not tried again by itself. */
@Revision("1")
public record ResourceRestorationGivenUp(ResourceId resourceId, int attempts)
        implements ResourceEvent {
    public ResourceRestorationGivenUp {
        requireNonNull(resourceId, "resourceId is null");
    }
}
