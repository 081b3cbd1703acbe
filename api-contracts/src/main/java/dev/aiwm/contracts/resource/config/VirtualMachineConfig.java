package dev.aiwm.contracts.resource.config;

import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceType;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** What a virtual machine is made of (R013). */
public record VirtualMachineConfig(
        @NotNull OsImage osImage,
        @Min(1) @Max(128) int vcpus,
        @Min(256) long ramMB,
        @Min(10) long diskGB,
        @Valid GpuConfig gpuConfig,
        @NotNull @Valid NetworkConfig networkConfig,
        @Valid CloudInit cloudInit,
        DiskFormat diskFormat,
        @Size(max = 16) List<@NotNull @Valid DataDisk> disks)
        implements ResourceConfig {
    public VirtualMachineConfig {
        disks = disks == null ? List.of() : List.copyOf(disks);
    }

    /** One of a single disk of the usual format. */
    public VirtualMachineConfig(
            OsImage osImage,
            int vcpus,
            long ramMB,
            long diskGB,
            GpuConfig gpuConfig,
            NetworkConfig networkConfig,
            CloudInit cloudInit) {
        this(osImage, vcpus, ramMB, diskGB, gpuConfig, networkConfig, cloudInit, null, List.of());
    }

    /** Of its first disk; the usual one when none is given. */
    public DiskFormat effectiveDiskFormat() {
        return diskFormat == null ? DiskFormat.QCOW2 : diskFormat;
    }

    /** What all its disks take together. */
    public long allDisksGB() {
        return diskGB + disks.stream().mapToLong(DataDisk::sizeGB).sum();
    }

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
                osImage, vcpus, ramMB, diskGB, gpuConfig, networkConfig, shown, diskFormat, disks);
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
                cloudInit,
                diskFormat,
                disks);
    }

    @Override
    public List<SecretRef> secrets() {
        return cloudInit == null || cloudInit.password() == null
                ? List.of()
                : List.of(cloudInit.password());
    }
}
