package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Let a frozen container go on. */
public record ContainerResume(ResourceId resourceId) implements AgentCommand {
    public ContainerResume {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.resume";

    @Override
    public String type() {
        return TYPE;
    }
}
