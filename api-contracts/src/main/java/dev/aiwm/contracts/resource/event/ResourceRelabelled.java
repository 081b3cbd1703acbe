package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

import java.util.Map;

/** The resource has other labels. */
@Revision("1")
public record ResourceRelabelled(ResourceId resourceId, Map<String, String> labels)
        implements ResourceEvent {
    public ResourceRelabelled {
        requireNonNull(resourceId, "resourceId is null");
        labels = Copies.of(labels);
    }
}
