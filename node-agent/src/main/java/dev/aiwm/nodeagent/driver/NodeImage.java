package dev.aiwm.nodeagent.driver;

import static java.util.Objects.requireNonNull;

/**
 * An image by the name under which resources ask for it.
 *
 * @param fileBytes what it takes on the node; null unless it is there
 * @param diskBytes how large the disk is that it is the content of; null unless it is there
 * @param hint what is to be done to have it; null when it is there
 */
public record NodeImage(String name, State state, Long fileBytes, Long diskBytes, String hint) {
    /** Where an image is. */
    public enum State {
        PRESENT,
        /** Its address is known; it is fetched when it is first asked for. */
        DOWNLOADABLE,
        MISSING,
        /** There is a file that is no such image. */
        BROKEN
    }

    public NodeImage {
        requireNonNull(name, "name is null");
        requireNonNull(state, "state is null");
    }
}
