package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** Someone wants the resource frozen with all its memory. */
@Revision("1")
public record ResourcePauseRequested(ResourceId resourceId, ExecutionId executionId)
        implements ResourceEvent {
    public ResourcePauseRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
