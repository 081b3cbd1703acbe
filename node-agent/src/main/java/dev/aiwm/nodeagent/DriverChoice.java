package dev.aiwm.nodeagent;

import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.docker.DockerDriver;
import dev.aiwm.nodeagent.driver.docker.DockerSettings;
import dev.aiwm.nodeagent.driver.libvirt.LibvirtDriver;
import dev.aiwm.nodeagent.driver.libvirt.LibvirtSettings;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;
import dev.aiwm.nodeagent.driver.simulated.SimulatedMachine;
import dev.aiwm.nodeagent.driver.simulated.SimulatedSettings;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which engines the agent serves, as AIWM_NODE names them, separated by commas; never a simulated
 * one by default, and none beside a simulated one.
 */
public final class DriverChoice {
    private static final String SIMULATED = "simulated";
    private static final String DOCKER = "docker";
    private static final String LIBVIRT = "libvirt";

    private final Map<String, String> environment;
    private final AgentSettings settings;

    private DriverChoice(Map<String, String> environment, AgentSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** Throws {@link IllegalArgumentException} that says what is wrong with the choice. */
    public static List<ResourceDriver> fromEnvironment(
            Map<String, String> environment, AgentSettings settings) {
        var names = list(environment.get("AIWM_NODE")).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "AIWM_NODE is missing: the engines of this node, like docker");
        }
        if (names.contains(SIMULATED) && names.size() > 1) {
            throw new IllegalArgumentException(
                    "AIWM_NODE is wrong: a simulated engine stands for a whole machine");
        }
        var choice = new DriverChoice(environment, settings);
        return names.stream().map(choice::driver).toList();
    }

    private ResourceDriver driver(String name) {
        return switch (name) {
            case SIMULATED -> simulated();
            case DOCKER -> docker();
            case LIBVIRT -> libvirt();
            default ->
                    throw new IllegalArgumentException(
                            "AIWM_NODE is wrong: there is no engine '" + name + "'");
        };
    }

    private ResourceDriver simulated() {
        boolean gpus = !"false".equals(environment.getOrDefault("GPU_MOCK_MODE", "true").strip());
        var machine = SimulatedMachine.large(hostname());
        return new SimulatedDriver(
                SimulatedSettings.of(
                        settings.folder().resolve(SIMULATED),
                        gpus ? machine : machine.withoutGpus(),
                        Timings.BRISK));
    }

    private ResourceDriver docker() {
        var socket = list(environment.get("DOCKER_SOCKET")).map(DriverChoice::socket).findFirst();
        var roots = list(environment.get("AIWM_DATA_ROOTS")).map(DriverChoice::root).toList();
        return new DockerDriver(
                new DockerSettings(
                        socket.orElse(DockerSettings.DEFAULT_SOCKET),
                        settings.nodeId().value(),
                        ThisMachine.address(),
                        roots.isEmpty() ? DockerSettings.DEFAULT_DATA_ROOTS : roots));
    }

    private ResourceDriver libvirt() {
        return new LibvirtDriver(
                LibvirtSettings.fromEnvironment(environment, settings.nodeId().value()),
                MachineGpus::addressOf);
    }

    private static Path socket(String value) {
        return Path.of(value.replaceFirst("^unix://", ""));
    }

    private static Path root(String value) {
        var root = Path.of(value).normalize();
        if (!root.isAbsolute() || root.getNameCount() == 0) {
            throw new IllegalArgumentException(
                    "AIWM_DATA_ROOTS is wrong: folders like /data, not '" + value + "'");
        }
        return root;
    }

    private static Stream<String> list(String value) {
        return value == null
                ? Stream.empty()
                : Arrays.stream(value.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty());
    }

    private String hostname() {
        if (settings.hostname() != null) {
            return settings.hostname();
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return settings.nodeId().value();
        }
    }
}
