package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;

import org.axonframework.serialization.Revision;

/** What becomes of compute capacity while the resource is stopped was chosen anew. */
@Revision("1")
public record ResourceStopPolicyChosen(ResourceId resourceId, ComputeWhenStopped computeWhenStopped)
        implements ResourceEvent {
    public ResourceStopPolicyChosen {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(computeWhenStopped, "computeWhenStopped is null");
    }
}
