package dev.aiwm.contracts.protocol;

/** Figures of the host; a figure that cannot be told is absent. */
public record HostSample(
        Double cpuUsagePercent,
        Long ramUsedMB,
        Long ramTotalMB,
        Long diskUsedGB,
        Long diskTotalGB,
        Long networkRxBytes,
        Long networkTxBytes) {}
