package dev.aiwm.contracts.node.ledger;

import static java.util.Objects.requireNonNull;

/** One slice of a GPU in MIG mode. */
public record MigSlice(String gpuId, String instanceId, String profile) {
    public MigSlice {
        requireNonNull(gpuId, "gpuId is null");
        requireNonNull(instanceId, "instanceId is null");
        requireNonNull(profile, "profile is null");
    }
}
