package dev.aiwm.contracts.node;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a node is made of, as its agent found it (R080, R083); sizes in the names. */
public record Inventory(
        String hostname,
        String ipAddress,
        String publicIpAddress,
        OsInfo os,
        double cpuCores,
        String cpuModel,
        long ramMB,
        long diskGB,
        List<GpuDevice> gpuDevices,
        List<String> engines,
        String containerRuntime,
        boolean vgpu,
        String agentVersion,
        boolean simulated) {
    public Inventory {
        requireNonNull(hostname, "hostname is null");
        gpuDevices = gpuDevices == null ? List.of() : List.copyOf(gpuDevices);
        engines = engines == null ? List.of() : List.copyOf(engines);
    }

    /** The engine name of virtual machines. */
    public static final String VIRTUAL_MACHINES = "virtual-machine";

    /** The engine name of containers. */
    public static final String CONTAINERS = "container";
}
