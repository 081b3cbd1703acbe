package dev.aiwm.command.plan;

import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.InferenceContainerConfig;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.config.RegistryAuth;

/** The image of a container by its full name. */
final class Images {
    /** Pulled only when the node does not have it. */
    static final String WHEN_ABSENT = "if-not-present";

    private static final String NEWEST = "latest";

    private Images() {}

    /** An image and who may have it. */
    record Image(String name, RegistryAuth credentials) {}

    static Image of(ApplicationContainerConfig config) {
        String name = config.imageName();
        if (config.registry() == Registry.GHCR && !name.startsWith("ghcr.io/")) {
            name = "ghcr.io/" + name;
        }
        return new Image(tagged(name, config.imageTag()), config.registryAuth());
    }

    static Image of(InferenceContainerConfig config) {
        return new Image(tagged(config.dockerImage(), null), null);
    }

    private static String tagged(String name, String tag) {
        if (tag != null && !tag.isBlank()) {
            return name + ":" + tag;
        }
        boolean complete = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
        return complete ? name : name + ":" + NEWEST;
    }
}
