package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * How full one disk of a node is.
 *
 * @param path where it is found on the node
 */
public record DiskSample(String path, long usedMB, long totalMB) {
    public DiskSample {
        requireNonNull(path, "path is null");
    }
}
