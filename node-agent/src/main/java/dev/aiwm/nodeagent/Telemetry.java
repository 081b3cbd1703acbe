package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.work.Engines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Measures; may block for as long as the engines take. */
final class Telemetry {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Engines engines;
    private final AskedEngines asked = new AskedEngines(PATIENCE);
    private final Clock clock;
    private final Instant startedAt;
    private MachineMeter machine;

    Telemetry(Engines engines, Clock clock) {
        this.engines = engines;
        this.clock = clock;
        startedAt = clock.instant();
    }

    Heartbeat heartbeat() {
        var now = clock.instant();
        return new Heartbeat(now, "healthy", Duration.between(startedAt, now).toSeconds());
    }

    NodeMetrics metrics() {
        HostSample host = null;
        boolean simulated = false;
        var gpus = new ArrayList<GpuSample>();
        var objects = new ArrayList<ContainerInfo>();
        var resources = new ArrayList<ResourceSample>();
        var faults = new ArrayList<NodeFault>();
        for (var driver : engines.all()) {
            var answer = asked.ask(driver, faults);
            if (answer.isPresent()) {
                var stats = answer.get();
                simulated |= stats.simulated();
                host = stats.host() == null ? host : stats.host();
                gpus.addAll(stats.gpuDevices());
                objects.addAll(stats.objects());
                resources.addAll(stats.resources());
            }
        }
        if (host == null) {
            gpus.addAll(MachineGpus.samples());
            MachineGpus.fault()
                    .ifPresent(why -> faults.add(new NodeFault(NodeFault.GPU_DRIVER, why)));
        }
        var measured = host == null ? machine().sample() : host;
        return new NodeMetrics(
                clock.instant(), measured, gpus, objects, resources, faults, simulated);
    }

    private synchronized MachineMeter machine() {
        if (machine == null) {
            machine = new MachineMeter();
        }
        return machine;
    }
}
