package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/**
 * Someone wants the resource to stop.
 *
 * @param displaced the execution that was under way and is given up, or null
 */
@Revision("1")
public record ResourceStopRequested(
        ResourceId resourceId,
        ExecutionId executionId,
        boolean force,
        long gracePeriodSeconds,
        ExecutionId displaced)
        implements ResourceEvent {
    public ResourceStopRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
