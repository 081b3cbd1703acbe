package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.node.ledger.HostPort;
import dev.aiwm.contracts.node.ledger.Transport;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ContainerHealthCheck;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.Images;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.List;
import java.util.Map;

/** What both kinds of container have in common, as the engine needs it. */
record Shape(
        String image,
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        List<Port> ports,
        List<VolumeMount> volumes,
        ContainerOptions options) {

    /** A port inside and where it is reached; any free port of the node when none is named. */
    record Port(int inside, Integer outside, Transport transport, String address) {}

    static Shape of(CreateRequest request) {
        return request.config()
                .fold(
                        machine -> {
                            throw DriverException.permanent(
                                    "UNSUPPORTED", "Docker makes no virtual machines");
                        },
                        Shape::application,
                        inference -> inference(inference, request));
    }

    private static Shape application(ApplicationContainerConfig config) {
        var ports =
                config.containerPorts().stream()
                        .map(
                                port ->
                                        new Port(
                                                port.containerPort(),
                                                port.hostPort(),
                                                port.transport(),
                                                port.hostAddress()))
                        .toList();
        return new Shape(
                Images.of(config),
                config.entrypoint(),
                config.command(),
                variables(config.environment()),
                ports,
                config.volumes(),
                config.effectiveOptions());
    }

    private static Shape inference(InferenceContainerConfig config, CreateRequest request) {
        var claimed =
                request.claims().hostPorts().stream()
                        .findFirst()
                        .map(HostPort::port)
                        .orElse(config.hostPort());
        List<Port> ports =
                config.containerPort() == null
                        ? List.of()
                        : List.of(new Port(config.containerPort(), claimed, Transport.TCP, null));
        return new Shape(
                Images.of(config),
                List.of(),
                List.of(),
                variables(config.environment()),
                ports,
                List.of(),
                watched(config));
    }

    private static ContainerOptions watched(InferenceContainerConfig config) {
        boolean unwatched = config.healthCheckPath() == null || config.containerPort() == null;
        return unwatched
                ? ContainerOptions.NONE
                : new ContainerOptions(
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        new ContainerHealthCheck(
                                List.of(),
                                config.healthCheckPath(),
                                config.containerPort(),
                                null,
                                null,
                                null,
                                null));
    }

    private static List<String> variables(Map<String, EnvironmentValue> environment) {
        return environment.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + value(variable.getValue()))
                .toList();
    }

    /** On the node a secret stands in the place of its reference. */
    private static String value(EnvironmentValue value) {
        return value.secret() == null ? value.text() : value.secret().value();
    }

    @Override
    public String toString() {
        return "Shape[" + image + "]";
    }
}
