package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The resource could not be made. */
@Revision("1")
public record ResourceProvisioningFailed(
        ResourceId resourceId, ExecutionId executionId, Failure failure)
        implements ResourceEvent, EndsOperation {
    public ResourceProvisioningFailed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(failure, "failure is null");
    }
}
