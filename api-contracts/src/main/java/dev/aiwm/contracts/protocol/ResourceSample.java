package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Figures of one resource (R031); a figure that cannot be told is absent. */
public record ResourceSample(
        ResourceId resourceId,
        Double cpuUsagePercent,
        Long memoryUsedMB,
        Long memoryTotalMB,
        Long diskUsedGB,
        Long networkRxBytes,
        Long networkTxBytes) {
    public ResourceSample {
        requireNonNull(resourceId, "resourceId is null");
    }
}
