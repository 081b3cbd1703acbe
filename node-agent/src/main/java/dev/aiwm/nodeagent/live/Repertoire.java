package dev.aiwm.nodeagent.live;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerDescribe;
import dev.aiwm.contracts.protocol.ContainerExec;
import dev.aiwm.contracts.protocol.ContainerLogs;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.ImageList;
import dev.aiwm.contracts.protocol.LiveSample;
import dev.aiwm.contracts.protocol.NodeImages;
import dev.aiwm.contracts.protocol.NodeVolumes;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.contracts.protocol.StreamOpened;
import dev.aiwm.contracts.protocol.VmConsole;
import dev.aiwm.contracts.protocol.VmLogs;
import dev.aiwm.contracts.protocol.VmMetrics;
import dev.aiwm.contracts.protocol.VolumeCreate;
import dev.aiwm.contracts.protocol.VolumeList;
import dev.aiwm.contracts.protocol.VolumeRemove;
import dev.aiwm.nodeagent.channel.Wire;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.Consoles;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.Images;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.ProgramRequest;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.VolumeKeeping;
import dev.aiwm.nodeagent.work.Engines;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which commands can be live calls, and how each is carried out. */
public final class Repertoire {
    @FunctionalInterface
    private interface Act<T> {
        Integer carryOut(T command, LiveCall call) throws InterruptedException;
    }

    private final Engines engines;
    private final Map<Class<?>, Act<AgentCommand>> acts = new HashMap<>();

    public Repertoire(Engines engines) {
        this.engines = engines;
        on(
                ContainerLogs.class,
                (command, call) ->
                        log(
                                container(),
                                command.resourceId(),
                                new LogRequest(
                                        command.tail(),
                                        command.since(),
                                        command.follow(),
                                        command.stream()),
                                call));
        on(
                VmLogs.class,
                (command, call) ->
                        log(
                                machine(),
                                command.resourceId(),
                                new LogRequest(command.tail(), command.since(), command.follow()),
                                call));
        on(ContainerExec.class, this::program);
        on(VmConsole.class, this::console);
        on(
                ContainerMetrics.class,
                (command, call) -> measure(container(), command.resourceId(), call));
        on(
                ContainerDescribe.class,
                (command, call) ->
                        say(
                                need(container(), Adopting.class, "has no containers to take over")
                                        .describe(command.containerId()),
                                call));
        on(ImageList.class, (command, call) -> images(call));
        on(VmMetrics.class, (command, call) -> measure(machine(), command.resourceId(), call));
        ofVolumes();
    }

    private void ofVolumes() {
        on(VolumeList.class, (command, call) -> say(new NodeVolumes(volumes().volumes()), call));
        on(
                VolumeCreate.class,
                (command, call) ->
                        say(
                                volumes()
                                        .createVolume(
                                                command.name(), command.org(), command.labels()),
                                call));
        on(VolumeRemove.class, (command, call) -> remove(command));
    }

    /** Carries it out on this thread, and tells the exit code if it has one. */
    Integer carryOut(AgentCommand command, LiveCall call) throws InterruptedException {
        var act = acts.get(command.getClass());
        if (act == null) {
            throw Engines.unsupported(command.type() + " is no live call");
        }
        return act.carryOut(command, call);
    }

    private Integer log(
            ResourceDriver driver, ResourceId resourceId, LogRequest request, LiveCall call) {
        var reading = need(driver, LogReading.class, "keeps no log");
        var lines = new Lines(call.output(), request.follow());
        reading.readLog(resourceId, request, lines::add);
        lines.flush();
        return null;
    }

    private Integer program(ContainerExec command, LiveCall call) throws InterruptedException {
        var terminal = command.terminal();
        var request =
                new ProgramRequest(
                        command.command(),
                        command.user(),
                        command.workingDir(),
                        command.environment(),
                        terminal != null,
                        terminal == null ? 0 : terminal.columns(),
                        terminal == null ? 0 : terminal.rows());
        var running =
                need(container(), Executing.class, "runs no programs in its objects")
                        .run(command.resourceId(), request, call.output());
        call.opened(Map.of());
        return call.converse(running);
    }

    private Integer console(VmConsole command, LiveCall call) throws InterruptedException {
        var consoles = need(machine(), Consoles.class, "has no consoles");
        return switch (command.kind()) {
            case SERIAL -> {
                var serial = consoles.serialConsole(command.resourceId(), call.output());
                call.opened(Map.of());
                yield call.converse(serial);
            }
            case VNC -> {
                var screen = consoles.vncScreen(command.resourceId());
                var tunnel = Tunnel.to(screen.address(), call.output());
                call.opened(Map.of(StreamOpened.PASSWORD, screen.password()));
                yield call.converse(tunnel);
            }
            case UNKNOWN -> throw Engines.unsupported("this agent knows no such console");
        };
    }

    private Integer images(LiveCall call) {
        var images =
                need(machine(), Images.class, "has no images").images().stream()
                        .map(
                                image ->
                                        new NodeImages.Image(
                                                image.name(),
                                                image.state().name().toLowerCase(Locale.ROOT),
                                                image.fileBytes(),
                                                image.diskBytes(),
                                                image.hint()))
                        .toList();
        return say(new NodeImages(images), call);
    }

    private Integer remove(VolumeRemove command) {
        volumes().removeVolume(command.name(), command.org());
        return null;
    }

    private VolumeKeeping volumes() {
        return need(container(), VolumeKeeping.class, "has no volumes with names");
    }

    private static Integer say(Object document, LiveCall call) {
        call.output().out(Wire.JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
        return null;
    }

    private static Integer measure(ResourceDriver driver, ResourceId resourceId, LiveCall call) {
        var stats = driver.stats(resourceId);
        var resource =
                stats.resources().stream().findFirst().orElseGet(() -> nothingMeasured(resourceId));
        return say(new LiveSample(resource, stats.gpuDevices(), stats.simulated()), call);
    }

    private static ResourceSample nothingMeasured(ResourceId resourceId) {
        return new ResourceSample(resourceId, null, null, null, null, null, null);
    }

    private static <T> T need(ResourceDriver driver, Class<T> capability, String otherwise) {
        return driver.capability(capability)
                .orElseThrow(() -> unsupported(driver.name(), otherwise));
    }

    private static DriverException unsupported(String engine, String otherwise) {
        return Engines.unsupported("the engine " + engine + " " + otherwise);
    }

    private ResourceDriver machine() {
        return engines.forEngine(Inventory.VIRTUAL_MACHINES);
    }

    private ResourceDriver container() {
        return engines.forEngine(Inventory.CONTAINERS);
    }

    private <T extends AgentCommand> void on(Class<T> type, Act<T> act) {
        acts.put(type, (command, call) -> act.carryOut(type.cast(command), call));
    }
}
