package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.resource.config.RegistryAuth;

/**
 * Which image to have; credentials and policy may be absent. On the node a password stands in the
 * place of its reference: it is not to be kept or logged.
 */
public record PullRequest(String image, RegistryAuth auth, String policy) {
    public PullRequest {
        requireNonNull(image, "image is null");
    }

    @Override
    public String toString() {
        return "PullRequest[" + image + "]";
    }
}
