package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The resource has another name. */
@Revision("1")
public record ResourceRenamed(ResourceId resourceId, String name) implements ResourceEvent {
    public ResourceRenamed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
    }
}
