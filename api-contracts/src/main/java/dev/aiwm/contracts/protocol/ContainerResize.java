package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/**
 * Give a container other limits; an absent one is lifted. The details of the result are those of
 * {@link VmResize}.
 */
public record ContainerResize(ResourceId resourceId, Double cpuCores, Long ramLimit)
        implements AgentCommand {
    public ContainerResize {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.resize";

    @Override
    public String type() {
        return TYPE;
    }
}
