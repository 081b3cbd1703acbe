package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The work of creating has begun. */
@Revision("1")
public record ResourceDeploymentStarted(ResourceId resourceId, ExecutionId executionId)
        implements ResourceEvent {
    public ResourceDeploymentStarted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
