package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.MigSlice;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes containers. Each gets the few capabilities that ordinary images need to drop their own
 * privileges, none that reaches beyond the container, no way to gain others, limits that hold, and
 * logs that cannot fill the disk; none is ever privileged.
 */
final class NewContainers {
    /** There is no such image on the node. */
    static final String IMAGE_NOT_FOUND = "IMAGE_NOT_FOUND";

    /** Somebody else's container has the name. */
    static final String NAME_TAKEN = "NAME_TAKEN";

    /** There is no such network on the node. */
    static final String NETWORK_NOT_FOUND = "NETWORK_NOT_FOUND";

    private static final String USUAL_NETWORK = "bridge";

    /** Kinds of network on which this node itself reaches the containers. */
    private static final Set<String> REACHED = Set.of(USUAL_NETWORK, "host");

    private static final long MB = 1024L * 1024;
    private static final double NANOS = 1e9;
    private static final Map<String, String> LOGS = Map.of("max-size", "10m", "max-file", "3");

    /** Take over files, become another user, listen at low ports, end one's own processes. */
    private static final Capability[] NEEDED = {
        Capability.CHOWN,
        Capability.DAC_OVERRIDE,
        Capability.FOWNER,
        Capability.SETUID,
        Capability.SETGID,
        Capability.KILL,
        Capability.NET_BIND_SERVICE
    };

    private final Engine engine;
    private final Containers containers;
    private final DockerSettings settings;
    private final Mounts mounts;

    NewContainers(Engine engine, Containers containers, DockerSettings settings) {
        this.engine = engine;
        this.containers = containers;
        this.settings = settings;
        mounts = new Mounts(engine, containers, settings);
    }

    /** Makes it without starting it, or finds that it has just been made. */
    void make(CreateRequest request) {
        var shape = Shape.of(request);
        boolean reached = REACHED.contains(driverOf(network(shape)));
        var mounted = mounts.prepare(shape.volumes(), request);
        String name = Mark.containerName(request.resourceId(), request.generation());
        engine.tell(
                client -> {
                    try {
                        return described(
                                        client.createContainerCmd(shape.image()),
                                        request,
                                        shape,
                                        reached)
                                .withName(name)
                                .withHostConfig(limits(request.claims(), shape).withMounts(mounted))
                                .exec();
                    } catch (NotFoundException e) {
                        throw notFound(shape, e);
                    } catch (ConflictException e) {
                        return adopt(request, name);
                    }
                });
    }

    private CreateContainerCmd described(
            CreateContainerCmd command, CreateRequest request, Shape shape, boolean reached) {
        var labels = new LinkedHashMap<>(shape.options().labels());
        labels.putAll(Mark.of(request, settings.nodeId()));
        labels.remove(HealthProbe.LABEL);
        var check = shape.options().healthCheck();
        boolean asked = check != null && check.path() != null && reached;
        if (asked) {
            labels.put(HealthProbe.LABEL, HealthProbe.label(check));
        }
        var described =
                command.withLabels(labels)
                        .withEnv(shape.environment())
                        .withExposedPorts(exposed(shape));
        if (!shape.command().isEmpty()) {
            described.withCmd(shape.command());
        }
        if (!shape.entrypoint().isEmpty()) {
            described.withEntrypoint(shape.entrypoint());
        }
        var options = shape.options();
        if (options.user() != null) {
            described.withUser(options.user());
        }
        if (options.workingDir() != null) {
            described.withWorkingDir(options.workingDir());
        }
        if (check != null) {
            described.withHealthcheck(asked ? HealthChecks.none() : HealthChecks.of(check));
        }
        return described;
    }

    private static HostConfig limits(Claims claims, Shape shape) {
        var config =
                HostConfig.newHostConfig()
                        .withCapDrop(Capability.ALL)
                        .withCapAdd(NEEDED)
                        .withSecurityOpts(List.of("no-new-privileges"))
                        .withPidsLimit(DockerSettings.MOST_PROCESSES)
                        .withRestartPolicy(restarts(shape))
                        .withReadonlyRootfs(shape.options().readOnlyRootFilesystem())
                        .withNetworkMode(network(shape))
                        .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, LOGS))
                        .withPortBindings(bound(shape));
        if (claims.cpuCores() > 0) {
            config.withNanoCPUs(Math.round(claims.cpuCores() * NANOS));
        }
        if (claims.ramMB() > 0) {
            config.withMemory(claims.ramMB() * MB).withMemorySwap(claims.ramMB() * MB);
        }
        var devices =
                Stream.concat(
                                claims.gpuIds().stream(),
                                claims.migSlices().stream().map(MigSlice::instanceId))
                        .toList();
        if (!devices.isEmpty()) {
            config.withDeviceRequests(List.of(gpus(devices)));
        }
        return config;
    }

    private static RestartPolicy restarts(Shape shape) {
        var wanted = shape.options().restartPolicy();
        return wanted == null ? RestartPolicy.noRestart() : RestartPolicy.parse(wanted.wire());
    }

    private static String network(Shape shape) {
        String wanted = shape.options().network();
        return wanted == null ? USUAL_NETWORK : wanted;
    }

    private static DeviceRequest gpus(List<String> ids) {
        return new DeviceRequest()
                .withDriver("nvidia")
                .withDeviceIds(ids)
                .withCapabilities(List.of(List.of("gpu", "compute", "utility")));
    }

    private static List<ExposedPort> exposed(Shape shape) {
        return shape.ports().stream().map(NewContainers::inside).toList();
    }

    private static List<PortBinding> bound(Shape shape) {
        return shape.ports().stream()
                .map(port -> new PortBinding(outside(port), inside(port)))
                .toList();
    }

    private static ExposedPort inside(Shape.Port port) {
        return port.transport() == Transport.UDP
                ? ExposedPort.udp(port.inside())
                : ExposedPort.tcp(port.inside());
    }

    private static Ports.Binding outside(Shape.Port port) {
        boolean everywhere = port.address() == null || port.address().isBlank();
        return new Ports.Binding(
                everywhere ? null : port.address(),
                port.outside() == null ? null : String.valueOf(port.outside()));
    }

    /** Of what kind the network is. That there is none the engine would say only at the start. */
    private String driverOf(String name) {
        return engine.ask(
                client -> {
                    try {
                        return client.inspectNetworkCmd().withNetworkId(name).exec().getDriver();
                    } catch (NotFoundException e) {
                        throw DriverException.permanent(
                                NETWORK_NOT_FOUND,
                                "the node has no network '%s': its operator makes it with docker network create"
                                        .formatted(name));
                    }
                });
    }

    private static DriverException notFound(Shape shape, NotFoundException fault) {
        if (Faults.mentions(fault, "no such image")) {
            return DriverException.permanent(
                    IMAGE_NOT_FOUND, "image " + shape.image() + " is not on the node");
        }
        return DriverException.permanent(Faults.ENGINE_REFUSED, Faults.sentence(fault));
    }

    /** The name is taken: by what an earlier attempt made, unseen, or by a stranger. */
    private Object adopt(CreateRequest request, String name) {
        var box = containers.inspect(name);
        var mark = box.flatMap(containers::markOn);
        boolean made =
                mark.isPresent()
                        && mark.get().resourceId().equals(request.resourceId())
                        && mark.get().generation() == request.generation();
        if (!made) {
            throw DriverException.permanent(
                    NAME_TAKEN,
                    "another container, which is not ours, has the name " + name + " on the node");
        }
        return box;
    }
}
