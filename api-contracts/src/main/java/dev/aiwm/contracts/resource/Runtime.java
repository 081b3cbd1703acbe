package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** What the engine gave the resource (R004, R005); RAM in MB. */
public record Runtime(
        String id,
        String endpoint,
        List<String> allocatedGPU,
        double allocatedCPU,
        long allocatedRAM,
        Instant startedAt) {
    public Runtime {
        requireNonNull(id, "id is null");
        allocatedGPU = allocatedGPU == null ? List.of() : List.copyOf(allocatedGPU);
    }
}
