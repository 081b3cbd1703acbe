package dev.aiwm.contracts.node.ledger;

import java.util.List;

/**
 * What a resource needs of a node before the node has chosen the pieces: GPUs by id or by count,
 * MIG slices by profile.
 */
public record CapacityDemand(
        double cpuCores,
        long ramMB,
        long diskGB,
        List<String> gpuIds,
        int gpuCount,
        List<MigDemand> migSlices,
        List<StaticIp> staticIps,
        List<HostPort> hostPorts,
        boolean virtualMachine,
        boolean vgpu) {
    public CapacityDemand {
        gpuIds = gpuIds == null ? List.of() : List.copyOf(gpuIds);
        migSlices = migSlices == null ? List.of() : List.copyOf(migSlices);
        staticIps = staticIps == null ? List.of() : List.copyOf(staticIps);
        hostPorts = hostPorts == null ? List.of() : List.copyOf(hostPorts);
    }

    /** How many whole GPUs are wanted, named or not. */
    public int wholeGpus() {
        return Math.max(gpuIds.size(), gpuCount);
    }
}
