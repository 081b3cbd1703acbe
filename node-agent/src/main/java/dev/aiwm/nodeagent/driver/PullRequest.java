package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.resource.config.RegistryAuth;

/** Which image to have; credentials and policy may be absent. */
public record PullRequest(String image, RegistryAuth auth, String policy) {
    public PullRequest {
        requireNonNull(image, "image is null");
    }
}
