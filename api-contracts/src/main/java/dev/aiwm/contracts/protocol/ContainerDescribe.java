package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * Tell what a container that is not ours is made of: a live call that says {@link
 * AdoptableContainer}.
 */
public record ContainerDescribe(String containerId) implements AgentCommand {
    public static final String TYPE = "container.describe";

    public ContainerDescribe {
        requireNonNull(containerId, "containerId is null");
    }

    @Override
    public String type() {
        return TYPE;
    }
}
