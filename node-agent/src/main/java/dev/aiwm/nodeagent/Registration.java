package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.gpu.RememberedGpus;
import dev.aiwm.nodeagent.work.Engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds out what this node is and what it manages; may block for as long as the engines take, which
 * are asked at the same time.
 */
final class Registration {
    private final AgentSettings settings;
    private final List<Watched> engines;
    private final Executor blocking;
    private final RememberedGpus remembered;
    private final String version;
    private volatile boolean ownMachine;

    /**
     * @param changes is told what changes in the engines from the first registration on
     */
    Registration(
            AgentSettings settings,
            Engines engines,
            Executor blocking,
            Consumer<ManagedResource> changes) {
        this.settings = settings;
        this.engines = engines.all().stream().map(driver -> new Watched(driver, changes)).toList();
        this.blocking = blocking;
        remembered = new RememberedGpus(settings.folder().resolve("gpus.json"));
        String packaged = Registration.class.getPackage().getImplementationVersion();
        version = packaged == null ? "unpackaged" : packaged;
    }

    /** What one engine says. */
    private record Seen(Fingerprint print, List<ManagedResource> managed) {}

    /** An engine that is listened to before it is looked at, so that no change falls between. */
    private static final class Watched {
        private final ResourceDriver driver;
        private final Consumer<ManagedResource> changes;
        private boolean listening;

        Watched(ResourceDriver driver, Consumer<ManagedResource> changes) {
            this.driver = driver;
            this.changes = changes;
        }

        private Seen look() {
            listen();
            return new Seen(driver.fingerprint(), driver.recover());
        }

        private synchronized void listen() {
            if (!listening) {
                var unused = driver.events(changes);
                listening = true;
            }
        }
    }

    NodeRegister take() {
        var asked =
                engines.stream()
                        .map(engine -> CompletableFuture.supplyAsync(engine::look, blocking))
                        .toList();
        var seen = asked.stream().map(Registration::answer).toList();
        return new NodeRegister(
                settings.nodeId().value(),
                settings.nodeName(),
                inventory(seen.stream().map(Seen::print).toList()),
                seen.stream().flatMap(each -> each.managed().stream()).toList());
    }

    /** Whether an engine stands for a machine of its own, as was seen last. */
    boolean isOwnMachine() {
        return ownMachine;
    }

    private static Seen answer(CompletableFuture<Seen> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(e.getCause());
        }
    }

    private Inventory inventory(List<Fingerprint> prints) {
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
                engineNames(),
                prints.stream()
                        .map(Fingerprint::containerRuntime)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                prints.stream().anyMatch(Fingerprint::vgpu),
                version,
                prints.stream().anyMatch(Fingerprint::simulated));
    }

    private List<String> engineNames() {
        return engines.stream()
                .flatMap(engine -> engine.driver.engines().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
