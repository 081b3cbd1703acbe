package dev.aiwm.nodeagent;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.gpu.RememberedGpus;
import dev.aiwm.nodeagent.work.Engines;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds out what this node is and what it manages; may block for as long as the engines take. */
final class Registration {
    private final AgentSettings settings;
    private final Engines engines;
    private final RememberedGpus remembered;
    private final String version;

    Registration(AgentSettings settings, Engines engines) {
        this.settings = settings;
        this.engines = engines;
        remembered = new RememberedGpus(settings.folder().resolve("gpus.json"));
        String packaged = Registration.class.getPackage().getImplementationVersion();
        version = packaged == null ? "unpackaged" : packaged;
    }

    NodeRegister take() {
        return new NodeRegister(
                settings.nodeId().value(), settings.nodeName(), inventory(), engines.recover());
    }

    Inventory inventory() {
        var prints = engines.all().stream().map(ResourceDriver::fingerprint).toList();
        var ownHost = prints.stream().map(Fingerprint::host).filter(Objects::nonNull).findFirst();
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
        return engines.all().stream()
                .flatMap(driver -> driver.engines().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
