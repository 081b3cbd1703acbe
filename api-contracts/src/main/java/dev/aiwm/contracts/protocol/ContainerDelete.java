package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Remove a container; done at once when there is none. */
public record ContainerDelete(ResourceId resourceId) implements AgentCommand {
    public ContainerDelete {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.delete";

    @Override
    public String type() {
        return TYPE;
    }
}
