package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/** Figures of one GPU; a figure the driver cannot tell is absent. */
public record GpuSample(
        String deviceId,
        Double temperature,
        Long memoryUsed,
        Long memoryTotal,
        Double utilization,
        Double powerWatts) {
    public GpuSample {
        requireNonNull(deviceId, "deviceId is null");
    }
}
