package dev.aiwm.nodeagent.driver.docker;

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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What of the node a container gets. Each has the few capabilities that ordinary images need to
 * drop their own privileges, none that reaches beyond the container, no way to gain others, limits
 * that hold, and logs that cannot fill the disk; none is ever privileged.
 */
final class Limits {
    static final String USUAL_NETWORK = "bridge";

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

    private Limits() {}

    static HostConfig of(Claims claims, Shape shape) {
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

    static String network(Shape shape) {
        String wanted = shape.options().network();
        return wanted == null ? USUAL_NETWORK : wanted;
    }

    private static DeviceRequest gpus(List<String> ids) {
        return new DeviceRequest()
                .withDriver("nvidia")
                .withDeviceIds(ids)
                .withCapabilities(List.of(List.of("gpu", "compute", "utility")));
    }

    static List<ExposedPort> exposed(Shape shape) {
        return shape.ports().stream().map(Limits::inside).toList();
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
}
