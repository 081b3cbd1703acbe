package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceAction;

import org.axonframework.serialization.Revision;

/** An operation other than the creation failed. */
@Revision("1")
public record ResourceActionFailed(
        ResourceId resourceId, ExecutionId executionId, ResourceAction action, Failure failure)
        implements ResourceEvent, EndsOperation {
    public ResourceActionFailed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(action, "action is null");
        requireNonNull(failure, "failure is null");
    }
}
