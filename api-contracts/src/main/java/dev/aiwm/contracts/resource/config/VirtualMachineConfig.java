package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.util.List;

/** What a virtual machine is made of (R013). */
public record VirtualMachineConfig(
        @NotNull OsImage osImage,
        @Min(1) @Max(128) int vcpus,
        @Min(256) long ramMB,
        @Min(10) long diskGB,
        @Valid GpuConfig gpuConfig,
        @NotNull @Valid NetworkConfig networkConfig,
        @Valid CloudInit cloudInit)
        implements ResourceConfig {
    @Override
    public ResourceType resourceType() {
        return ResourceType.VIRTUAL_MACHINE;
    }

    @Override
    public ResourceConfig masked() {
        if (cloudInit == null || cloudInit.password() == null) {
            return this;
        }
        var shown =
                new CloudInit(
                        cloudInit.hostname(),
                        cloudInit.sshPublicKey(),
                        cloudInit.username(),
                        SecretRef.MASK);
        return new VirtualMachineConfig(
                osImage, vcpus, ramMB, diskGB, gpuConfig, networkConfig, shown);
    }

    @Override
    public ResourceSize size() {
        return new ResourceSize((double) vcpus, ramMB, diskGB);
    }

    @Override
    public ResourceConfig resized(ResourceSize size) {
        return new VirtualMachineConfig(
                osImage,
                size.cpuCores().intValue(),
                size.ramMB(),
                size.diskGB(),
                gpuConfig,
                networkConfig,
                cloudInit);
    }

    @Override
    public List<SecretRef> secrets() {
        return cloudInit == null || cloudInit.password() == null
                ? List.of()
                : List.of(cloudInit.password());
    }
}
