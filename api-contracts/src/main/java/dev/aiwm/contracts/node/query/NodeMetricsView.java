package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.ResourceSample;

import java.time.Instant;
import java.util.List;

/** The figures that a node sent last (R088); {@code timestamp} says when they were taken. */
public record NodeMetricsView(
        String nodeId,
        Instant timestamp,
        Instant lastHeartbeat,
        Long uptimeSeconds,
        HostSample host,
        List<GpuSample> gpuDevices,
        List<ResourceSample> resources) {
    public NodeMetricsView {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(timestamp, "timestamp is null");
        gpuDevices = List.copyOf(gpuDevices);
        resources = List.copyOf(resources);
    }
}
