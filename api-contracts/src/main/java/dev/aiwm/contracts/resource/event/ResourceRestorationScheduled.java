package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** The wanted state is to be put into effect again at an instant, unless it is so by then. */
@Revision("1")
public record ResourceRestorationScheduled(
        ResourceId resourceId, int attempt, Instant dueAt, String reason) implements ResourceEvent {
    public ResourceRestorationScheduled {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(dueAt, "dueAt is null");
        requireNonNull(reason, "reason is null");
    }
}
