package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Runtime;

import org.axonframework.serialization.Revision;

/** The resource goes on. */
@Revision("1")
public record ResourceResumed(ResourceId resourceId, ExecutionId executionId, Runtime runtime)
        implements ResourceEvent, EndsOperation {
    public ResourceResumed {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(runtime, "runtime is null");
    }
}
