package dev.aiwm.contracts.resource.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** One resource, not older than `minVersion`. */
public record FindResource(ResourceId resourceId, Long minVersion) {
    public FindResource {
        requireNonNull(resourceId, "resourceId is null");
    }
}
