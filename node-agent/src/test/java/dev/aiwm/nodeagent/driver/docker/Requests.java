package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.EnvironmentValue;
import dev.aiwm.contracts.resource.config.PortMapping;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;

import java.util.List;
import java.util.Map;

/** Requests for containers, with only what a test cares about. */
record Requests(
        String image,
        List<PortMapping> ports,
        List<VolumeMount> volumes,
        Map<String, EnvironmentValue> environment,
        List<String> command,
        Claims claims,
        ContainerOptions options) {

    static Requests of(String image) {
        return new Requests(image, List.of(), List.of(), Map.of(), List.of(), Claims.NONE, null);
    }

    Requests running(String script) {
        return commanding("sh", "-c", script);
    }

    Requests commanding(String... words) {
        return new Requests(image, ports, volumes, environment, List.of(words), claims, options);
    }

    Requests withPort(PortMapping port) {
        return new Requests(image, List.of(port), volumes, environment, command, claims, options);
    }

    Requests withVolume(VolumeMount volume) {
        return new Requests(image, ports, List.of(volume), environment, command, claims, options);
    }

    Requests withEnvironment(Map<String, EnvironmentValue> variables) {
        return new Requests(image, ports, volumes, variables, command, claims, options);
    }

    Requests withClaims(Claims given) {
        return new Requests(image, ports, volumes, environment, command, given, options);
    }

    Requests withOptions(ContainerOptions chosen) {
        return new Requests(image, ports, volumes, environment, command, claims, chosen);
    }

    CreateRequest by(ResourceId resourceId) {
        return by(resourceId, 1);
    }

    CreateRequest by(ResourceId resourceId, int generation) {
        return new CreateRequest(resourceId, "test " + resourceId, generation, config(), claims);
    }

    private ApplicationContainerConfig config() {
        int colon = image.lastIndexOf(':');
        return new ApplicationContainerConfig(
                Registry.DOCKER_HUB,
                image.substring(0, colon),
                image.substring(colon + 1),
                null,
                ports,
                volumes,
                environment,
                null,
                null,
                List.of(),
                null,
                null,
                command,
                List.of(),
                options);
    }
}
