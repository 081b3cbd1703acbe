package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The resource was stopped as wished. */
@Revision("1")
public record ResourceStopped(ResourceId resourceId, ExecutionId executionId, Integer exitCode)
        implements ResourceEvent, EndsOperation {
    public ResourceStopped {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
