package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

/**
 * An image that is on the node.
 *
 * @param digest what its registry knows it by; null when it came from none
 */
public record PulledImage(String image, String digest) {
    public PulledImage {
        requireNonNull(image, "image is null");
    }
}
