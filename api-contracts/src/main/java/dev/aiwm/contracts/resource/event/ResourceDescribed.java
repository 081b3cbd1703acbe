package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The resource has another description, or none. */
@Revision("1")
public record ResourceDescribed(ResourceId resourceId, String description)
        implements ResourceEvent {
    public ResourceDescribed {
        requireNonNull(resourceId, "resourceId is null");
    }
}
