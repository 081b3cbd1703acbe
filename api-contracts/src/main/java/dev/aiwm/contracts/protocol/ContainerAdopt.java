package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/**
 * Take over a running container that is not ours; done at once when it is that resource already.
 */
public record ContainerAdopt(ResourceId resourceId, String containerId) implements AgentCommand {
    public static final String TYPE = "container.adopt";

    public ContainerAdopt {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(containerId, "containerId is null");
    }

    @Override
    public String type() {
        return TYPE;
    }
}
