package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

/**
 * A volume that was asked for, as one JSON document.
 *
 * @param made it was not there before
 */
public record VolumeMade(boolean made, VolumeInfo volume) {
    public VolumeMade {
        requireNonNull(volume, "volume is null");
    }
}
