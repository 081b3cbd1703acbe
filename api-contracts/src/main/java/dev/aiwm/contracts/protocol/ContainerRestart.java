package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Stop and start a container. */
public record ContainerRestart(ResourceId resourceId, boolean force, long gracePeriodSeconds)
        implements AgentCommand {
    public ContainerRestart {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.restart";

    @Override
    public String type() {
        return TYPE;
    }
}
