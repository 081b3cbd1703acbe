package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.EngineStats;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Figures of a machine that does not exist: waves in time, different for each thing, higher where
 * something runs. The same instant gives the same figures.
 */
final class SimulatedMeter {
    private static final long BASE_RAM_MB = 4_096;
    private static final long BASE_DISK_GB = 40;
    private static final double WAVE_SECONDS = 300;

    private final SimulatedMachine machine;
    private final Clock clock;

    SimulatedMeter(SimulatedMachine machine, Clock clock) {
        this.machine = machine;
        this.clock = clock;
    }

    EngineStats measure(List<SimulatedObject> objects) {
        var running = objects.stream().filter(SimulatedObject::isAlive).toList();
        var inUse = new HashSet<String>();
        running.forEach(object -> inUse.addAll(object.devices()));
        return new EngineStats(
                host(objects, running),
                machine.gpuDevices().stream().map(gpu -> gpu(gpu, inUse)).toList(),
                objects.stream().map(SimulatedObject::info).toList(),
                running.stream().map(this::sample).toList(),
                true);
    }

    private HostSample host(List<SimulatedObject> objects, List<SimulatedObject> running) {
        double cpu = 0;
        long ram = BASE_RAM_MB;
        for (var object : running) {
            cpu += object.claims().cpuCores() * load(object);
            ram += Math.round(object.claims().ramMB() * share(object.engineId(), 0.4, 0.9));
        }
        long disk = BASE_DISK_GB;
        for (var object : objects) {
            disk += object.claims().diskGB();
        }
        double percent =
                100 * Math.min(1, cpu / machine.host().cpuCores() + share("host", 0, 0.02));
        return new HostSample(
                rounded(percent),
                Math.min(ram, machine.host().ramMB()),
                machine.host().ramMB(),
                Math.min(disk, machine.host().diskGB()),
                machine.host().diskGB(),
                bytes("host-rx"),
                bytes("host-tx"));
    }

    private GpuSample gpu(GpuDevice gpu, Set<String> inUse) {
        boolean busy =
                inUse.contains(gpu.deviceId())
                        || gpu.migInstances().stream()
                                .anyMatch(slice -> inUse.contains(slice.instanceId()));
        double load = busy ? share(gpu.deviceId(), 0.35, 0.95) : 0;
        long memory = busy ? Math.round(gpu.memoryTotal() * (0.3 + load / 2)) : 0;
        return new GpuSample(
                gpu.deviceId(),
                rounded(30 + 45 * load),
                memory,
                gpu.memoryTotal(),
                gpu.migEnabled() ? null : rounded(100 * load),
                rounded(70 + 500 * load));
    }

    private ResourceSample sample(SimulatedObject object) {
        long ram = object.claims().ramMB();
        return new ResourceSample(
                object.resourceId(),
                rounded(100 * load(object)),
                Math.round(ram * share(object.engineId(), 0.4, 0.9)),
                ram,
                object.claims().diskGB() / 4,
                bytes(object.engineId() + "-rx"),
                bytes(object.engineId() + "-tx"));
    }

    private double load(SimulatedObject object) {
        return object.isPaused() ? 0 : share(object.name(), 0.2, 0.8);
    }

    private double share(String what, double low, double high) {
        double phase = (what.hashCode() & 0xFFFF) / 65_536.0;
        double seconds = clock.millis() / 1000.0;
        double wave = (Math.sin(2 * Math.PI * (seconds / WAVE_SECONDS + phase)) + 1) / 2;
        return low + (high - low) * wave;
    }

    private long bytes(String what) {
        long perSecond = 1_000L + (what.hashCode() & 0xFFFF);
        return clock.instant().getEpochSecond() % 86_400 * perSecond;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
