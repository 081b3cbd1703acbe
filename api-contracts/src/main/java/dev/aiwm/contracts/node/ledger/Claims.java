package dev.aiwm.contracts.node.ledger;

import java.util.List;

/** What one resource holds of a node: concrete pieces. */
public record Claims(
        double cpuCores,
        long ramMB,
        long diskGB,
        List<String> gpuIds,
        List<MigSlice> migSlices,
        List<StaticIp> staticIps,
        List<HostPort> hostPorts) {
    public Claims {
        gpuIds = gpuIds == null ? List.of() : List.copyOf(gpuIds);
        migSlices = migSlices == null ? List.of() : List.copyOf(migSlices);
        staticIps = staticIps == null ? List.of() : List.copyOf(staticIps);
        hostPorts = hostPorts == null ? List.of() : List.copyOf(hostPorts);
    }

    public static final Claims NONE =
            new Claims(0, 0, 0, List.of(), List.of(), List.of(), List.of());

    /** The same pieces in other amounts. */
    public Claims withAmounts(double cpu, long ram, long disk) {
        return new Claims(cpu, ram, disk, gpuIds, migSlices, staticIps, hostPorts);
    }

    /** Whether the others are all there within these. */
    public boolean cover(Claims others) {
        return cpuCores >= others.cpuCores
                && ramMB >= others.ramMB
                && diskGB >= others.diskGB
                && gpuIds.containsAll(others.gpuIds)
                && migSlices.containsAll(others.migSlices)
                && staticIps.containsAll(others.staticIps)
                && hostPorts.containsAll(others.hostPorts);
    }

    /** What stays claimed while a resource is stopped under the release policy. */
    public Claims withoutCompute() {
        return new Claims(0, 0, diskGB, List.of(), List.of(), staticIps, hostPorts);
    }
}
