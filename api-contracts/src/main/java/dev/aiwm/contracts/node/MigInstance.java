package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

/** A slice that exists on a GPU in MIG mode. */
public record MigInstance(String instanceId, String profile, long memoryMB) {
    public MigInstance {
        requireNonNull(instanceId, "instanceId is null");
        requireNonNull(profile, "profile is null");
    }
}
