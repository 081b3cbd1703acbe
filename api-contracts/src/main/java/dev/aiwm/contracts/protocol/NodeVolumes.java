package dev.aiwm.contracts.protocol;

import java.util.List;

/** The volumes with names that the node has for us, as one JSON document. */
public record NodeVolumes(List<VolumeInfo> volumes) {
    public NodeVolumes {
        volumes = List.copyOf(volumes);
    }
}
