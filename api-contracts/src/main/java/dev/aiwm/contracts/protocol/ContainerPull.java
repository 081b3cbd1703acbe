package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.RegistryAuth;

/** Have the image of a container on the node. */
public record ContainerPull(
        ResourceId resourceId, String image, RegistryAuth registryAuth, String pullPolicy)
        implements AgentCommand {
    public ContainerPull {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(image, "image is null");
    }

    public static final String TYPE = "container.pull";

    @Override
    public String type() {
        return TYPE;
    }
}
