package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.WantedState;

import org.axonframework.serialization.Revision;

/** What was seen is from now on what is wanted. */
@Revision("1")
public record ResourceDivergenceAccepted(ResourceId resourceId, WantedState wanted, String reason)
        implements ResourceEvent {
    public ResourceDivergenceAccepted {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(wanted, "wanted is null");
        requireNonNull(reason, "reason is null");
    }
}
