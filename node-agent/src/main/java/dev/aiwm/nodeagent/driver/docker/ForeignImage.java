package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;

import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.ArrayList;
import java.util.List;

/** The image of a container that somebody else made, as a request would name it. */
final class ForeignImage {
    private ForeignImage() {}

    /** The name it was made by, while that is still the name of its image; else another of its. */
    static String nameOf(InspectContainerResponse box, InspectImageResponse image) {
        String used = box.getConfig().getImage();
        List<String> tags = image.getRepoTags() == null ? List.of() : image.getRepoTags();
        List<String> digests = image.getRepoDigests() == null ? List.of() : image.getRepoDigests();
        if (tags.contains(used) || digests.contains(used) || tags.contains(used + ":latest")) {
            return used;
        }
        var names = new ArrayList<>(tags);
        names.addAll(digests);
        names.removeIf(name -> name.startsWith("<none>"));
        if (names.isEmpty()) {
            throw DriverException.permanent(
                    Adopting.NOT_ADOPTABLE, "the image of the container has no name any more");
        }
        return names.get(0);
    }

    static Registry registry(String name) {
        if (name.startsWith("ghcr.io/")) {
            return Registry.GHCR;
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
        return host ? Registry.PRIVATE : Registry.DOCKER_HUB;
    }
}
