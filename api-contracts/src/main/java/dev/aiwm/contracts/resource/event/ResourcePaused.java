package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The resource is frozen. */
@Revision("1")
public record ResourcePaused(ResourceId resourceId, ExecutionId executionId)
        implements ResourceEvent, EndsOperation {
    public ResourcePaused {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
