package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.MigInstance;
import dev.aiwm.contracts.node.OsInfo;
import dev.aiwm.nodeagent.driver.HostFacts;

import java.util.ArrayList;
import java.util.List;

/** The machine that is pretended; every name in it says so. */
public record SimulatedMachine(HostFacts host, List<GpuDevice> gpuDevices, boolean vgpu) {
    private static final long GPU_MEMORY_MB = 81_920;
    private static final String GPU_MODEL = "Simulated H100 80GB";

    public SimulatedMachine {
        requireNonNull(host, "host is null");
        gpuDevices = List.copyOf(gpuDevices);
    }

    /**
     * 64 cores, 256 GB of RAM, 2 TB of disk, eight whole 80 GB GPUs and a ninth that is partitioned
     * as real ones can be: seven compute slices and eight memory slices in all.
     */
    public static SimulatedMachine large(String hostname) {
        var gpus = new ArrayList<GpuDevice>();
        for (int i = 0; i < 8; i++) {
            gpus.add(gpu(i, List.of()));
        }
        gpus.add(
                gpu(
                        8,
                        List.of(
                                mig(0, "3g.40gb", 40_960),
                                mig(1, "2g.20gb", 20_480),
                                mig(2, "1g.10gb", 10_240),
                                mig(3, "1g.10gb", 10_240))));
        return new SimulatedMachine(host(hostname), gpus, true);
    }

    public SimulatedMachine withoutGpus() {
        return new SimulatedMachine(host, List.of(), false);
    }

    private static HostFacts host(String hostname) {
        return new HostFacts(
                hostname,
                "127.0.0.1",
                new OsInfo("simulated", "1", "simulated", System.getProperty("os.arch")),
                64,
                "Simulated CPU",
                262_144,
                2_048);
    }

    private static GpuDevice gpu(int index, List<MigInstance> slices) {
        return new GpuDevice(
                "GPU-" + index,
                GPU_MODEL,
                GPU_MEMORY_MB,
                "0000:%02x:00.0".formatted(0x10 + index),
                null,
                !slices.isEmpty(),
                slices);
    }

    private static MigInstance mig(int index, String profile, long memoryMB) {
        return new MigInstance("MIG-GPU-8-" + index, profile, memoryMB);
    }
}
