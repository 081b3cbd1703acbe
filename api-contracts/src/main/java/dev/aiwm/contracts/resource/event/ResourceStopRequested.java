package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** Someone wants the resource to stop. */
@Revision("1")
public record ResourceStopRequested(
        ResourceId resourceId, ExecutionId executionId, boolean force, long gracePeriodSeconds)
        implements ResourceEvent {
    public ResourceStopRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
