package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Stop a container: by asking it, then after the grace time by force. */
public record ContainerStop(ResourceId resourceId, boolean force, long gracePeriodSeconds)
        implements AgentCommand {
    public ContainerStop {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.stop";

    @Override
    public String type() {
        return TYPE;
    }
}
