package dev.aiwm.nodeagent.driver.libvirt.domain;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

import java.util.List;

/**
 * What makes a domain ours; lives in the domain's metadata, so that it outlives the agent.
 *
 * @param owner the node whose agent made it, as several may share a machine
 * @param image what its first disk was made from
 * @param address the guest's static address, or null
 * @param cpuCores how much of the node's processors it was given
 * @param gpuIds which GPUs it was given
 */
public record Mark(
        ResourceId resourceId,
        int generation,
        String owner,
        String image,
        String address,
        double cpuCores,
        long ramMB,
        List<String> gpuIds) {
    public static final String NAMESPACE = "https://aiwm.dev/libvirt/1";
    public static final String PREFIX = "aiwm";

    public Mark {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(image, "image is null");
        gpuIds = List.copyOf(gpuIds);
    }

    /** The same with another size. */
    public Mark sized(double cpu, long ram) {
        return new Mark(resourceId, generation, owner, image, address, cpu, ram, gpuIds);
    }
}
