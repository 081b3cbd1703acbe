package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceType;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import java.util.List;
import java.util.Map;

/** What an inference container is made of (R009). */
public record InferenceContainerConfig(
        @NotBlank String modelId,
        String modelPath,
        @NotBlank String dockerImage,
        @Min(1) @Max(65535) Integer containerPort,
        @Min(1) @Max(65535) Integer hostPort,
        List<@NotBlank String> gpuDeviceIds,
        @Min(1) Integer gpuCount,
        String migProfile,
        String healthCheckPath,
        Map<String, EnvironmentValue> environment,
        @DecimalMin("0.01") Double cpuCores,
        @Min(6) Long ramLimit)
        implements ResourceConfig {
    public InferenceContainerConfig {
        gpuDeviceIds = gpuDeviceIds == null ? List.of() : List.copyOf(gpuDeviceIds);
        environment = Copies.orEmpty(environment);
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.INFERENCE_CONTAINER;
    }

    @Override
    public ResourceConfig masked() {
        return new InferenceContainerConfig(
                modelId,
                modelPath,
                dockerImage,
                containerPort,
                hostPort,
                gpuDeviceIds,
                gpuCount,
                migProfile,
                healthCheckPath,
                EnvironmentValue.masked(environment),
                cpuCores,
                ramLimit);
    }

    @Override
    public ResourceSize size() {
        return new ResourceSize(cpuCores, ramLimit, null);
    }

    @Override
    public ResourceConfig resized(ResourceSize size) {
        return new InferenceContainerConfig(
                modelId,
                modelPath,
                dockerImage,
                containerPort,
                hostPort,
                gpuDeviceIds,
                gpuCount,
                migProfile,
                healthCheckPath,
                environment,
                size.cpuCores(),
                size.ramMB());
    }

    @Override
    public List<SecretRef> secrets() {
        return EnvironmentValue.secretsIn(environment);
    }
}
