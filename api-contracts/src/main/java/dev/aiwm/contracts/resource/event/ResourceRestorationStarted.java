package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** An attempt to put the wanted state into effect again begins; the wish for it follows. */
@Revision("1")
public record ResourceRestorationStarted(
        ResourceId resourceId, int attempt, ExecutionId executionId) implements ResourceEvent {
    public ResourceRestorationStarted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
    }
}
