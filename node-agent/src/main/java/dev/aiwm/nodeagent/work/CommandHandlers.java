package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerAdopt;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerDelete;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.ContainerPause;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.ContainerRelease;
import dev.aiwm.contracts.protocol.ContainerResize;
import dev.aiwm.contracts.protocol.ContainerRestart;
import dev.aiwm.contracts.protocol.ContainerResume;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.SystemHealthCheck;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmDeleteSnapshot;
import dev.aiwm.contracts.protocol.VmListSnapshots;
import dev.aiwm.contracts.protocol.VmMetrics;
import dev.aiwm.contracts.protocol.VmPause;
import dev.aiwm.contracts.protocol.VmResize;
import dev.aiwm.contracts.protocol.VmRestart;
import dev.aiwm.contracts.protocol.VmRestoreSnapshot;
import dev.aiwm.contracts.protocol.VmResume;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.protocol.VmStop;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.ImagePulling;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import java.util.HashMap;
import java.util.Map;

/** Which verbs of a driver each command of the protocol is. */
public final class CommandHandlers {
    /** Carries out one type of command, on a thread that may block. */
    @FunctionalInterface
    interface Handler<T> {
        StepResult handle(T command, Progress progress);
    }

    private final Engines engines;
    private final LastWords lastWords;
    private final Map<Class<?>, Handler<AgentCommand>> handlers = new HashMap<>();

    public CommandHandlers(Engines engines, LastWords lastWords) {
        this.engines = engines;
        this.lastWords = lastWords;
        virtualMachines();
        snapshots();
        pausesAndSizes();
        containers();
        on(SystemHealthCheck.class, (command, progress) -> healthCheck());
    }

    StepResult handle(AgentCommand command, Progress progress) {
        var handler = handlers.get(command.getClass());
        if (handler == null) {
            throw Engines.unsupported("this agent cannot do " + command.type());
        }
        return handler.handle(command, progress);
    }

    private void virtualMachines() {
        on(VmCreate.class, this::create);
        on(VmStart.class, (command, progress) -> Verbs.start(vm(), command.resourceId(), progress));
        on(
                VmStop.class,
                (command, progress) ->
                        Verbs.stop(
                                vm(),
                                command.resourceId(),
                                Verbs.how(command.force(), command.gracePeriodSeconds())));
        on(
                VmRestart.class,
                (command, progress) ->
                        Verbs.restart(
                                vm(),
                                command.resourceId(),
                                Verbs.how(command.force(), command.gracePeriodSeconds()),
                                progress));
        on(VmDelete.class, (command, progress) -> destroy(vm(), command.resourceId()));
        on(VmMetrics.class, (command, progress) -> Verbs.measure(vm(), command.resourceId()));
    }

    private void pausesAndSizes() {
        on(VmPause.class, (command, progress) -> FurtherVerbs.pause(vm(), command.resourceId()));
        on(VmResume.class, (command, progress) -> FurtherVerbs.resume(vm(), command.resourceId()));
        on(
                VmResize.class,
                (command, progress) ->
                        FurtherVerbs.resize(
                                vm(),
                                command.resourceId(),
                                new ResourceSize(
                                        (double) command.vcpus(),
                                        command.ramMB(),
                                        command.diskGB()),
                                progress));
        on(
                ContainerPause.class,
                (command, progress) -> FurtherVerbs.pause(container(), command.resourceId()));
        on(
                ContainerResume.class,
                (command, progress) -> FurtherVerbs.resume(container(), command.resourceId()));
        on(
                ContainerResize.class,
                (command, progress) ->
                        FurtherVerbs.resize(
                                container(),
                                command.resourceId(),
                                new ResourceSize(command.cpuCores(), command.ramLimit(), null),
                                progress));
    }

    private void snapshots() {
        on(
                VmSnapshot.class,
                (command, progress) -> FurtherVerbs.takeSnapshot(vm(), command, progress));
        on(
                VmListSnapshots.class,
                (command, progress) -> FurtherVerbs.listSnapshots(vm(), command.resourceId()));
        on(
                VmRestoreSnapshot.class,
                (command, progress) ->
                        FurtherVerbs.restoreSnapshot(
                                vm(), command.resourceId(), command.snapshotId(), progress));
        on(
                VmDeleteSnapshot.class,
                (command, progress) ->
                        FurtherVerbs.deleteSnapshot(
                                vm(), command.resourceId(), command.snapshotId(), progress));
    }

    private void containers() {
        on(ContainerPull.class, this::pull);
        on(ContainerCreate.class, this::create);
        on(
                ContainerStart.class,
                (command, progress) -> Verbs.start(container(), command.resourceId(), progress));
        on(
                ContainerStop.class,
                (command, progress) ->
                        Verbs.stop(
                                container(),
                                command.resourceId(),
                                Verbs.how(command.force(), command.gracePeriodSeconds())));
        on(
                ContainerRestart.class,
                (command, progress) ->
                        Verbs.restart(
                                container(),
                                command.resourceId(),
                                Verbs.how(command.force(), command.gracePeriodSeconds()),
                                progress));
        on(
                ContainerDelete.class,
                (command, progress) -> destroy(container(), command.resourceId()));
        on(
                ContainerMetrics.class,
                (command, progress) -> Verbs.measure(container(), command.resourceId()));
        on(
                ContainerAdopt.class,
                (command, progress) ->
                        FurtherVerbs.adopt(
                                container(), command.resourceId(), command.containerId()));
        on(
                ContainerRelease.class,
                (command, progress) ->
                        FurtherVerbs.release(
                                container(), command.resourceId(), command.containerName()));
    }

    private StepResult destroy(ResourceDriver driver, ResourceId resourceId) {
        lastWords.save(driver, resourceId);
        return Verbs.destroy(driver, resourceId);
    }

    private StepResult create(VmCreate command, Progress progress) {
        vm().create(
                        new CreateRequest(
                                command.resourceId(),
                                command.name(),
                                command.generation(),
                                command.config(),
                                command.claims()),
                        progress);
        return Verbs.told("created", Map.of("vmId", command.resourceId().value()));
    }

    private StepResult create(ContainerCreate command, Progress progress) {
        container()
                .create(
                        new CreateRequest(
                                command.resourceId(),
                                command.name(),
                                command.generation(),
                                command.config(),
                                command.claims(),
                                command.org()),
                        progress);
        return Verbs.told("created", Map.of("containerId", command.resourceId().value()));
    }

    private StepResult pull(ContainerPull command, Progress progress) {
        var pulled =
                container()
                        .capability(ImagePulling.class)
                        .orElseThrow(() -> Engines.unsupported("this engine pulls no images"))
                        .pull(
                                new PullRequest(
                                        command.image(),
                                        command.registryAuth(),
                                        command.pullPolicy()),
                                progress);
        return Verbs.told(
                "image " + command.image() + " is on the node",
                pulled.digest() == null ? Map.of() : Map.of("digest", pulled.digest()));
    }

    private StepResult healthCheck() {
        var details = new HashMap<String, String>();
        for (var driver : engines.all()) {
            driver.fingerprint();
            details.put(driver.name(), "healthy");
        }
        return Verbs.told("every engine answers", details);
    }

    private ResourceDriver vm() {
        return engines.forEngine(Inventory.VIRTUAL_MACHINES);
    }

    private ResourceDriver container() {
        return engines.forEngine(Inventory.CONTAINERS);
    }

    private <T extends AgentCommand> void on(Class<T> type, Handler<T> handler) {
        handlers.put(type, (command, progress) -> handler.handle(type.cast(command), progress));
    }
}
