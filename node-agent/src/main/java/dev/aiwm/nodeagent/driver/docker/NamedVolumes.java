package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Volumes by name: they outlive the containers that use them. Strangers' are not touched. */
final class NamedVolumes {
    /** A volume of that name is not ours. */
    static final String VOLUME_TAKEN = "VOLUME_TAKEN";

    /** Something uses the volume. */
    static final String VOLUME_IN_USE = "VOLUME_IN_USE";

    private final Engine engine;
    private final String nodeId;

    NamedVolumes(Engine engine, String nodeId) {
        this.engine = engine;
        this.nodeId = nodeId;
    }

    List<String> all() {
        var answer =
                engine.ask(
                        client ->
                                client.listVolumesCmd()
                                        .withFilter("label", List.of(Mark.NODE + "=" + nodeId))
                                        .exec());
        return answer.getVolumes() == null
                ? List.of()
                : answer.getVolumes().stream()
                        .map(InspectVolumeResponse::getName)
                        .sorted()
                        .toList();
    }

    /** Have a volume of ours of that name; done at once when there is. */
    void make(String name) {
        var labels =
                labels(name)
                        .orElseGet(
                                () ->
                                        engine.ask(
                                                client ->
                                                        client.createVolumeCmd()
                                                                .withName(name)
                                                                .withLabels(
                                                                        Map.of(Mark.NODE, nodeId))
                                                                .exec()
                                                                .getLabels()));
        requireOurs(name, labels);
    }

    void remove(String name) {
        var labels = labels(name);
        if (labels.isEmpty()) {
            return;
        }
        requireOurs(name, labels.get());
        engine.tell(
                client -> {
                    try {
                        return client.removeVolumeCmd(name).exec();
                    } catch (NotFoundException e) {
                        return name;
                    } catch (ConflictException e) {
                        throw DriverException.permanent(
                                VOLUME_IN_USE, "volume '" + name + "' is in use on the node");
                    }
                });
    }

    private Optional<Map<String, String>> labels(String name) {
        return engine.ask(
                client -> {
                    try {
                        var labels = client.inspectVolumeCmd(name).exec().getLabels();
                        return Optional.of(labels == null ? Map.of() : labels);
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    private void requireOurs(String name, Map<String, String> labels) {
        if (labels == null || !nodeId.equals(labels.get(Mark.NODE))) {
            throw DriverException.permanent(
                    VOLUME_TAKEN, "volume '" + name + "' exists on the node and is not ours");
        }
    }
}
