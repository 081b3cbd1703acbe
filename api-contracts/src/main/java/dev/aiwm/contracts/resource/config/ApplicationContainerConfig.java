package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an application container is made of (R010, R011). */
public record ApplicationContainerConfig(
        @NotNull Registry registry,
        @NotBlank String imageName,
        String imageTag,
        @Valid RegistryAuth registryAuth,
        List<@Valid PortMapping> containerPorts,
        List<@Valid VolumeMount> volumes,
        Map<String, EnvironmentValue> environment,
        @DecimalMin("0.01") Double cpuCores,
        @Min(6) Long ramLimit,
        List<@NotBlank String> gpuDeviceIds,
        @Min(1) Integer gpuCount,
        String migProfile,
        List<String> command,
        List<String> entrypoint,
        @Valid ContainerOptions options)
        implements ResourceConfig {
    public ApplicationContainerConfig {
        containerPorts = containerPorts == null ? List.of() : List.copyOf(containerPorts);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
        environment = Copies.orEmpty(environment);
        gpuDeviceIds = gpuDeviceIds == null ? List.of() : List.copyOf(gpuDeviceIds);
        command = command == null ? List.of() : List.copyOf(command);
        entrypoint = entrypoint == null ? List.of() : List.copyOf(entrypoint);
    }

    /** The options, with those that stand for none when none are given. */
    public ContainerOptions effectiveOptions() {
        return options == null ? ContainerOptions.NONE : options;
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.APPLICATION_CONTAINER;
    }

    @Override
    public ResourceConfig masked() {
        var auth =
                registryAuth == null || registryAuth.password() == null
                        ? registryAuth
                        : new RegistryAuth(registryAuth.username(), SecretRef.MASK);
        return new ApplicationContainerConfig(
                registry,
                imageName,
                imageTag,
                auth,
                containerPorts,
                volumes,
                EnvironmentValue.masked(environment),
                cpuCores,
                ramLimit,
                gpuDeviceIds,
                gpuCount,
                migProfile,
                command,
                entrypoint,
                options);
    }

    @Override
    public ResourceSize size() {
        return new ResourceSize(cpuCores, ramLimit, null);
    }

    @Override
    public ResourceConfig resized(ResourceSize size) {
        return new ApplicationContainerConfig(
                registry,
                imageName,
                imageTag,
                registryAuth,
                containerPorts,
                volumes,
                environment,
                size.cpuCores(),
                size.ramMB(),
                gpuDeviceIds,
                gpuCount,
                migProfile,
                command,
                entrypoint,
                options);
    }

    @Override
    public List<SecretRef> secrets() {
        var found = new ArrayList<>(EnvironmentValue.secretsIn(environment));
        if (registryAuth != null && registryAuth.password() != null) {
            found.add(registryAuth.password());
        }
        return found;
    }
}
