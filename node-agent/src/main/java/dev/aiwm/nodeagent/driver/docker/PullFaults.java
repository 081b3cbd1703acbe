package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.exception.DockerException;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.PullRequest;

import java.util.List;
import java.util.Locale;

/**
 * Why an image could not be had. The engine passes on what the registry says in words that differ
 * from one registry to the next; what matters is whether another attempt, other credentials or
 * another name would help.
 */
final class PullFaults {
    /** The registry does not answer. */
    static final String REGISTRY_UNREACHABLE = "REGISTRY_UNREACHABLE";

    /** The registry does not give this image to whoever asked. */
    static final String REGISTRY_DENIED = "REGISTRY_DENIED";

    /** The registry has answered too much of late. */
    static final String REGISTRY_BUSY = "REGISTRY_BUSY";

    private static final List<String> ABSENT =
            List.of(
                    "manifest unknown",
                    "name unknown",
                    "repository name not known",
                    "no matching manifest",
                    "not found");
    private static final List<String> DENIED =
            List.of(
                    "unauthorized",
                    "authentication required",
                    "no basic auth credentials",
                    "incorrect username or password",
                    "denied",
                    "forbidden");
    private static final List<String> BUSY = List.of("toomanyrequests", "too many requests");

    private PullFaults() {}

    static DriverException told(PullRequest request, Throwable fault) {
        if (fault instanceof DockerException) {
            return told(request, Faults.sentence(fault));
        }
        return fault instanceof RuntimeException known
                ? Faults.told(known)
                : Faults.told(new IllegalStateException(fault));
    }

    static DriverException told(PullRequest request, String said) {
        String words = String.valueOf(said).toLowerCase(Locale.ROOT);
        String image = request.image();
        if (FullDisk.isIn(words)) {
            return DriverException.retryable(
                    FullDisk.CODE,
                    "image %s does not fit on the disk of the node's Docker engine"
                            .formatted(image));
        }
        if (any(BUSY, words)) {
            return DriverException.retryable(
                    REGISTRY_BUSY, registry(image) + " gives no more images for now");
        }
        // Docker Hub says the same of what is not there and of what is not for everybody
        boolean either = words.contains("repository does not exist");
        if (either ? request.auth() == null : any(ABSENT, words)) {
            return DriverException.permanent(
                    NewContainers.IMAGE_NOT_FOUND,
                    registry(image)
                            + " has no image "
                            + image
                            + (either ? ", or gives it only to those who log in" : ""));
        }
        if (any(DENIED, words)) {
            return DriverException.permanent(
                    REGISTRY_DENIED,
                    request.auth() == null
                            ? registry(image) + " wants credentials for image " + image
                            : "%s does not give image %s to user '%s': wrong name, password or rights"
                                    .formatted(registry(image), image, request.auth().username()));
        }
        return DriverException.retryable(
                REGISTRY_UNREACHABLE, registry(image) + " does not answer, or not as it should");
    }

    private static boolean any(List<String> phrases, String words) {
        return phrases.stream().anyMatch(words::contains);
    }

    private static String registry(String image) {
        String registry = ImageNames.registry(image);
        return registry.startsWith("https://") ? "Docker Hub" : "the registry " + registry;
    }
}
