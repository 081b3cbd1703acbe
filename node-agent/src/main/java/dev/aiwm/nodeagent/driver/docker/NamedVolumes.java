package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.exception.NotFoundException;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.Map;

/** Volumes by name: they outlive the containers that use them. Strangers' are not used. */
final class NamedVolumes {
    /** A volume of that name is not ours. */
    static final String VOLUME_TAKEN = "VOLUME_TAKEN";

    private final Engine engine;
    private final String nodeId;

    NamedVolumes(Engine engine, String nodeId) {
        this.engine = engine;
        this.nodeId = nodeId;
    }

    /** Have a volume of ours of that name; done at once when there is. */
    void make(String name) {
        var labels =
                engine.ask(
                        client -> {
                            try {
                                return client.inspectVolumeCmd(name).exec().getLabels();
                            } catch (NotFoundException e) {
                                return client.createVolumeCmd()
                                        .withName(name)
                                        .withLabels(Map.of(Mark.NODE, nodeId))
                                        .exec()
                                        .getLabels();
                            }
                        });
        if (labels == null || !nodeId.equals(labels.get(Mark.NODE))) {
            throw DriverException.permanent(
                    VOLUME_TAKEN, "volume '" + name + "' exists on the node and is not ours");
        }
    }
}
