package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.OnDivergence;

import org.axonframework.serialization.Revision;

/** What is done when the resource does something else than is wanted was chosen. */
@Revision("1")
public record ResourceDivergencePolicyChosen(ResourceId resourceId, OnDivergence onDivergence)
        implements ResourceEvent {
    public ResourceDivergencePolicyChosen {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(onDivergence, "onDivergence is null");
    }
}
