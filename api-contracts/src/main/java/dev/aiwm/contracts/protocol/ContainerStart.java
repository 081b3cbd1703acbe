package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Start a container; done at once when it runs. */
public record ContainerStart(ResourceId resourceId) implements AgentCommand {
    public ContainerStart {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.start";

    @Override
    public String type() {
        return TYPE;
    }
}
