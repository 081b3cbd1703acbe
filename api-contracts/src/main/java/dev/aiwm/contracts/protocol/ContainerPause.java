package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Freeze a running container. */
public record ContainerPause(ResourceId resourceId) implements AgentCommand {
    public ContainerPause {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.pause";

    @Override
    public String type() {
        return TYPE;
    }
}
