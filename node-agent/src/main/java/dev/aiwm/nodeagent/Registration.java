package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.nodeagent.WatchedEngine.Seen;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.gpu.RememberedGpus;
import dev.aiwm.nodeagent.work.Engines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds out what this node is and what it manages; blocks for as long as the engines take, which
 * are asked at the same time, and no longer than the patience. An engine that does not answer keeps
 * nobody from the others.
 */
final class Registration {
    private final AgentSettings settings;
    private final List<WatchedEngine> engines;
    private final Duration patience;
    private final RememberedGpus remembered;
    private final String version;
    private volatile boolean ownMachine;
    private volatile List<WatchedEngine> leftOut = List.of();

    /**
     * @param patience with engines that do not answer
     * @param changes is told what changes in the engines from the first registration on
     */
    Registration(
            AgentSettings settings,
            Engines engines,
            Executor blocking,
            Duration patience,
            Consumer<ManagedResource> changes) {
        this.settings = settings;
        this.engines =
                engines.all().stream()
                        .map(driver -> new WatchedEngine(driver, changes, blocking))
                        .toList();
        this.patience = patience;
        remembered = new RememberedGpus(settings.folder().resolve("gpus.json"));
        String packaged = Registration.class.getPackage().getImplementationVersion();
        version = packaged == null ? "unpackaged" : packaged;
    }

    /** Engines that do not answer in time, or fail, are left out. */
    NodeRegister take() {
        engines.forEach(WatchedEngine::ask);
        long end = System.nanoTime() + patience.toNanos();
        var seen = new ArrayList<Seen>();
        var silent = new ArrayList<WatchedEngine>();
        for (var engine : engines) {
            engine.answer(end).ifPresentOrElse(seen::add, () -> silent.add(engine));
        }
        leftOut = List.copyOf(silent);
        return new NodeRegister(
                settings.nodeId().value(),
                settings.nodeName(),
                inventory(seen),
                seen.stream().flatMap(each -> each.managed().stream()).toList());
    }

    boolean isComplete() {
        return leftOut.isEmpty();
    }

    /** Whether an engine that was left out answers by now: there is more to be told. */
    boolean isOutdated() {
        return leftOut.stream().filter(WatchedEngine::isBack).count() > 0;
    }

    /** Whether an engine stands for a machine of its own, as was seen last. */
    boolean isOwnMachine() {
        return ownMachine;
    }

    private Inventory inventory(List<Seen> seen) {
        var prints = seen.stream().map(Seen::print).toList();
        var ownHost = prints.stream().map(Fingerprint::host).filter(Objects::nonNull).findFirst();
        ownMachine = ownHost.isPresent();
        var host = ownHost.orElseGet(ThisMachine::facts);
        var gpus =
                new ArrayList<>(ownHost.isPresent() ? List.of() : MachineGpus.devices(remembered));
        prints.forEach(print -> gpus.addAll(print.gpuDevices()));
        return new Inventory(
                settings.hostname() == null ? host.hostname() : settings.hostname(),
                host.ipAddress(),
                null,
                host.os(),
                host.cpuCores(),
                host.cpuModel(),
                host.ramMB(),
                host.diskGB(),
                gpus,
                engineNames(seen),
                prints.stream()
                        .map(Fingerprint::containerRuntime)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                prints.stream().anyMatch(Fingerprint::vgpu),
                version,
                prints.stream().anyMatch(Fingerprint::simulated));
    }

    private static List<String> engineNames(List<Seen> seen) {
        return seen.stream().flatMap(each -> each.engines().stream()).distinct().sorted().toList();
    }
}
