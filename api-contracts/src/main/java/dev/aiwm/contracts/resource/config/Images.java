package dev.aiwm.contracts.resource.config;

/** The image of a container by its full name, the same on both ends of the channel. */
public final class Images {
    private static final String NEWEST = "latest";

    private Images() {}

    public static String of(ApplicationContainerConfig config) {
        String name = config.imageName();
        if (config.registry() == Registry.GHCR && !name.startsWith("ghcr.io/")) {
            name = "ghcr.io/" + name;
        }
        return tagged(name, config.imageTag());
    }

    public static String of(InferenceContainerConfig config) {
        return tagged(config.dockerImage(), null);
    }

    private static String tagged(String name, String tag) {
        if (tag != null && !tag.isBlank()) {
            return name + ":" + tag;
        }
        boolean complete = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
        return complete ? name : name + ":" + NEWEST;
    }
}
