package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a live call for metrics says, as one JSON document: the resource, and the node's GPUs. */
public record LiveSample(ResourceSample resource, List<GpuSample> gpuDevices, boolean simulated) {
    public LiveSample {
        requireNonNull(resource, "resource is null");
        gpuDevices = List.copyOf(gpuDevices);
    }
}
