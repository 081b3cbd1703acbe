package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** Someone wants the frozen resource to go on. */
@Revision("1")
public record ResourceResumeRequested(ResourceId resourceId, ExecutionId executionId)
        implements ResourceEvent {
    public ResourceResumeRequested {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
