package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The images for machines of a node, as one JSON document. */
public record NodeImages(List<Image> images) {
    public NodeImages {
        images = List.copyOf(images);
    }

    /**
     * One image, there or not.
     *
     * @param name under which resources ask for it
     * @param state {@code present}, {@code downloadable}, {@code missing} or {@code broken}
     * @param fileBytes what it takes on the node, when it is there
     * @param diskBytes how large the disk is that it is the content of, when it is there
     * @param hint what is to be done to have it, when it is not there
     */
    public record Image(String name, String state, Long fileBytes, Long diskBytes, String hint) {
        public Image {
            requireNonNull(name, "name is null");
            requireNonNull(state, "state is null");
        }
    }
}
