package dev.aiwm.nodeagent.driver;

import dev.aiwm.contracts.node.GpuDevice;

import java.util.List;

/**
 * What an engine offers. The host is absent unless the engine stands for a machine of its own, as a
 * simulated one does; a container runtime is absent where there is none.
 */
public record Fingerprint(
        HostFacts host,
        List<GpuDevice> gpuDevices,
        String containerRuntime,
        boolean vgpu,
        boolean simulated) {
    public Fingerprint {
        gpuDevices = List.copyOf(gpuDevices);
    }
}
