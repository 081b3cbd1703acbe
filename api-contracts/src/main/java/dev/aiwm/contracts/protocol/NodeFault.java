package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * Something at the node that could not be asked for its figures.
 *
 * @param source the name of an engine, or {@link #GPU_DRIVER}
 */
public record NodeFault(String source, String message) {
    /** The program that tells of GPUs. */
    public static final String GPU_DRIVER = "nvidia-smi";

    public NodeFault {
        requireNonNull(source, "source is null");
        requireNonNull(message, "message is null");
    }
}
