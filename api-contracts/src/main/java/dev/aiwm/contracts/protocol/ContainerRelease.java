package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Give up a container that was taken over: it goes on under its former name, and is nobody's. */
public record ContainerRelease(ResourceId resourceId, String containerName)
        implements AgentCommand {
    public static final String TYPE = "container.release";

    public ContainerRelease {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(containerName, "containerName is null");
    }

    @Override
    public String type() {
        return TYPE;
    }
}
