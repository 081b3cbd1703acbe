package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.Mount;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ports;

import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ContainerHealthCheck;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.RestartPolicy;
import dev.aiwm.contracts.resource.config.VolumeMount;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A container as the configuration from which it would be made here: what its image says anyway is
 * left out.
 */
final class ForeignShape {
    private static final double NANOS = 1e9;
    private static final long MB = 1024L * 1024;
    private static final Set<String> USUAL_NETWORKS = Set.of("default", "bridge", "");
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");
    private static final int ANONYMOUS = 64;
    private static final Ports.Binding[] NONE = {};

    private final InspectContainerResponse box;
    private final ContainerConfig said;
    private final ContainerConfig image;

    private ForeignShape(InspectContainerResponse box, InspectImageResponse image) {
        this.box = box;
        said = box.getConfig();
        this.image = image.getConfig() == null ? new ContainerConfig() : image.getConfig();
    }

    static ApplicationContainerConfig of(InspectContainerResponse box, InspectImageResponse image) {
        return new ForeignShape(box, image).config(ForeignImage.nameOf(box, image));
    }

    private ApplicationContainerConfig config(String name) {
        int colon = name.lastIndexOf(':');
        boolean tagged = !name.contains("@") && colon > name.lastIndexOf('/');
        var limits = box.getHostConfig();
        return new ApplicationContainerConfig(
                ForeignImage.registry(name),
                tagged ? name.substring(0, colon) : name,
                tagged ? name.substring(colon + 1) : null,
                null,
                ports(),
                volumes(),
                environment(),
                cpuCores(limits),
                limits.getMemory() == null || limits.getMemory() <= 0
                        ? null
                        : limits.getMemory() / MB,
                limits.getDeviceRequests() == null
                        ? List.of()
                        : limits.getDeviceRequests().stream()
                                .flatMap(request -> Objections.ids(request).stream())
                                .toList(),
                null,
                null,
                unlessImages(said.getCmd(), image.getCmd()),
                unlessImages(said.getEntrypoint(), image.getEntrypoint()),
                options(limits));
    }

    /** As they are published now, also those that the engine chose. */
    private List<PortMapping> ports() {
        var mappings = new LinkedHashSet<PortMapping>();
        var published = box.getNetworkSettings().getPorts();
        if (published == null) {
            return List.of();
        }
        published
                .getBindings()
                .forEach(
                        (inside, bindings) -> {
                            for (var binding : bindings == null ? NONE : bindings) {
                                String host = binding.getHostIp();
                                mappings.add(
                                        new PortMapping(
                                                inside.getPort(),
                                                Integer.parseInt(binding.getHostPortSpec()),
                                                transport(inside),
                                                host == null || EVERYWHERE.contains(host)
                                                        ? null
                                                        : host));
                            }
                        });
        return List.copyOf(mappings);
    }

    private static Transport transport(ExposedPort port) {
        return "udp".equals(String.valueOf(port.getProtocol())) ? Transport.UDP : Transport.TCP;
    }

    /** Volumes without a name go with the container. */
    private List<VolumeMount> volumes() {
        var mounts = new ArrayList<VolumeMount>();
        for (var mount : box.getMounts() == null ? List.<Mount>of() : box.getMounts()) {
            String source = mount.getName() == null ? mount.getSource() : mount.getName();
            boolean named = mount.getName() == null || source.length() != ANONYMOUS;
            if (named && source != null && !source.isEmpty()) {
                boolean readOnly = !Sightings.isTrue(mount.getRW());
                mounts.add(new VolumeMount(source, mount.getDestination().getPath(), readOnly));
            }
        }
        return mounts;
    }

    private Map<String, EnvironmentValue> environment() {
        var images = image.getEnv() == null ? List.<String>of() : List.of(image.getEnv());
        var variables = new LinkedHashMap<String, EnvironmentValue>();
        for (var variable : said.getEnv() == null ? new String[0] : said.getEnv()) {
            int equals = variable.indexOf('=');
            if (equals > 0 && !images.contains(variable)) {
                variables.put(
                        variable.substring(0, equals),
                        EnvironmentValue.plain(variable.substring(equals + 1)));
            }
        }
        return variables;
    }

    private static Double cpuCores(HostConfig limits) {
        if (limits.getNanoCPUs() != null && limits.getNanoCPUs() > 0) {
            return limits.getNanoCPUs() / NANOS;
        }
        boolean quota =
                limits.getCpuQuota() != null
                        && limits.getCpuQuota() > 0
                        && limits.getCpuPeriod() != null
                        && limits.getCpuPeriod() > 0;
        return quota ? (double) limits.getCpuQuota() / limits.getCpuPeriod() : null;
    }

    private ContainerOptions options(HostConfig limits) {
        String network = limits.getNetworkMode();
        return new ContainerOptions(
                unlessImages(said.getUser(), image.getUser()),
                unlessImages(said.getWorkingDir(), image.getWorkingDir()),
                network == null || USUAL_NETWORKS.contains(network) ? null : network,
                restarts(limits),
                null,
                Sightings.isTrue(limits.getReadonlyRootfs()),
                labels(),
                health(said.getHealthcheck()));
    }

    /** That the engine does nothing is what everybody gets who says nothing. */
    private static RestartPolicy restarts(HostConfig limits) {
        var policy = limits.getRestartPolicy();
        return policy == null
                ? null
                : Arrays.stream(RestartPolicy.values())
                        .filter(known -> known != RestartPolicy.NO)
                        .filter(known -> known.wire().equals(policy.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        if (said.getLabels() != null) {
            labels.putAll(said.getLabels());
        }
        if (image.getLabels() != null) {
            labels.entrySet().removeAll(image.getLabels().entrySet());
        }
        return labels;
    }

    private ContainerHealthCheck health(HealthCheck check) {
        if (check == null || check.getTest() == null || check.equals(image.getHealthcheck())) {
            return null;
        }
        var test = check.getTest();
        List<String> command =
                switch (test.isEmpty() ? "" : test.get(0)) {
                    case "CMD" -> test.subList(1, test.size());
                    case "CMD-SHELL" -> List.of("sh", "-c", test.get(1));
                    default -> List.of();
                };
        return command.isEmpty()
                ? null
                : new ContainerHealthCheck(
                        command,
                        null,
                        null,
                        seconds(check.getInterval()),
                        seconds(check.getTimeout()),
                        check.getRetries() == null || check.getRetries() == 0
                                ? null
                                : check.getRetries(),
                        seconds(check.getStartPeriod()));
    }

    private static Integer seconds(Long nanos) {
        return nanos == null || nanos <= 0
                ? null
                : Math.toIntExact(Math.max(1, Duration.ofNanos(nanos).toSeconds()));
    }

    private static List<String> unlessImages(String[] given, String[] images) {
        return given == null || Arrays.equals(given, images) ? List.of() : List.of(given);
    }

    private static String unlessImages(String given, String images) {
        return given == null || given.isEmpty() || given.equals(images) ? null : given;
    }
}
