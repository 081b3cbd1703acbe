package dev.aiwm.contracts.bulk;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** A resource that a bulk operation is for, by the name it had then. */
public record BulkTarget(ResourceId resourceId, String name) {
    public BulkTarget {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
    }
}
