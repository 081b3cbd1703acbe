package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.DiskSample;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.work.Engines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Measures; may block for as long as the engines take. */
final class Telemetry {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** An engine that has something to measure takes a second or two for it. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Engines engines;
    private final BooleanSupplier ownMachine;
    private final AskedEngines asked = new AskedEngines(PATIENCE);
    private final Clock clock;
    private final Instant startedAt;
    private MachineMeter meter;

    /**
     * @param ownMachine whether an engine stands for a machine of its own, so that the one the
     *     agent runs on does not count
     */
    Telemetry(Engines engines, BooleanSupplier ownMachine, Clock clock) {
        this.engines = engines;
        this.ownMachine = ownMachine;
        this.clock = clock;
        startedAt = clock.instant();
    }

    /** What the machine tells that the agent runs on. */
    private record Machine(HostSample host, List<DiskSample> disks) {
        static final Machine ANOTHER = new Machine(null, List.of());
    }

    Heartbeat heartbeat() {
        var now = clock.instant();
        return new Heartbeat(now, "healthy", Duration.between(startedAt, now).toSeconds());
    }

    NodeMetrics metrics() {
        var round = begin();
        var machine = machine();
        return metrics(machine, round.allAnswers());
    }

    /** The first since somebody listens: what is soon known need not wait for the rest. */
    NodeMetrics firstMetrics(Consumer<NodeMetrics> soon) {
        var round = begin();
        var machine = machine();
        if (!round.isCompleteWithin(SOON)) {
            soon.accept(metrics(machine, round.answers()));
        }
        return metrics(machine, round.allAnswers());
    }

    private AskedEngines.Round begin() {
        var figures = new LinkedHashMap<String, Supplier<EngineStats>>();
        engines.all().forEach(driver -> figures.put(driver.name(), driver::stats));
        if (!ownMachine.getAsBoolean()) {
            figures.put(NodeFault.GPU_DRIVER, Telemetry::gpus);
        }
        return asked.ask(figures);
    }

    private static EngineStats gpus() {
        var samples = MachineGpus.samples();
        MachineGpus.fault()
                .ifPresent(
                        why -> {
                            throw DriverException.retryable(NodeFault.GPU_DRIVER, why);
                        });
        return new EngineStats(null, samples, List.of(), List.of(), false);
    }

    private NodeMetrics metrics(Machine machine, AskedEngines.Answers answers) {
        var host = machine.host();
        boolean simulated = false;
        var gpus = new ArrayList<GpuSample>();
        var objects = new ArrayList<ContainerInfo>();
        var resources = new ArrayList<ResourceSample>();
        for (var stats : answers.stats()) {
            simulated |= stats.simulated();
            host = stats.host() == null ? host : stats.host();
            gpus.addAll(stats.gpuDevices());
            objects.addAll(stats.objects());
            resources.addAll(stats.resources());
        }
        return new NodeMetrics(
                clock.instant(),
                host,
                gpus,
                objects,
                resources,
                answers.faults(),
                simulated,
                machine.disks());
    }

    private synchronized Machine machine() {
        if (ownMachine.getAsBoolean()) {
            return Machine.ANOTHER;
        }
        if (meter == null) {
            meter = new MachineMeter();
        }
        return new Machine(meter.sample(), meter.disks());
    }
}
