package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Figures of the node, its GPUs and what runs on it (R096); {@code simulated} when an engine made
 * them up, and absent when an agent does not say. The host tells of all its disks together, {@code
 * disks} of each.
 */
public record NodeMetrics(
        Instant timestamp,
        HostSample host,
        List<GpuSample> gpuDevices,
        List<ContainerInfo> containers,
        List<ResourceSample> resources,
        List<NodeFault> faults,
        Boolean simulated,
        List<DiskSample> disks)
        implements AgentData {
    public NodeMetrics {
        requireNonNull(timestamp, "timestamp is null");
        gpuDevices = gpuDevices == null ? List.of() : List.copyOf(gpuDevices);
        containers = containers == null ? List.of() : List.copyOf(containers);
        resources = resources == null ? List.of() : List.copyOf(resources);
        faults = faults == null ? List.of() : List.copyOf(faults);
        disks = disks == null ? List.of() : List.copyOf(disks);
    }
}
