package dev.aiwm.contracts.schedule.aim;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** One resource. */
public record OneResource(ResourceId resourceId) implements Target {
    public OneResource {
        requireNonNull(resourceId, "resourceId is null");
    }
}
