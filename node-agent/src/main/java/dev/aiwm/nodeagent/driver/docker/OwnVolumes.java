package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The volumes that a container may use because they are its organisation's. Between the look at a
 * volume and the making of the container somebody may put another of the same name in its place,
 * and the engine mounts by name; from the moment that a container has it nobody can. So it is
 * looked at once more then, and the container itself says by a label which volumes that are.
 */
final class OwnVolumes {
    static final String LABEL = Mark.OURS + "own-volumes";
    private static final String BETWEEN = ",";

    private final Containers containers;
    private final Lifecycle lifecycle;
    private final NamedVolumes volumes;

    OwnVolumes(Containers containers, Lifecycle lifecycle, NamedVolumes volumes) {
        this.containers = containers;
        this.lifecycle = lifecycle;
        this.volumes = volumes;
    }

    static Map<String, String> label(List<String> names) {
        return names.isEmpty() ? Map.of() : Map.of(LABEL, String.join(BETWEEN, names));
    }

    /**
     * A container that has never run goes again when a volume is another's; one that has, stays.
     */
    void lookAgain(String container, String org) {
        var fresh = containers.inspect(container).filter(Sightings::wasNeverStarted);
        for (String name : fresh.map(OwnVolumes::names).orElse(List.of())) {
            try {
                var unused = volumes.get(name, org);
            } catch (DriverException e) {
                if (VolumeKeeping.VOLUME_TAKEN.equals(e.code())) {
                    lifecycle.remove(fresh.orElseThrow().getId());
                }
                throw e;
            }
        }
    }

    private static List<String> names(InspectContainerResponse box) {
        return Optional.ofNullable(box.getConfig().getLabels())
                .map(labels -> labels.get(LABEL))
                .map(names -> Arrays.asList(names.split(BETWEEN)))
                .orElse(List.of());
    }
}
