package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.AdoptableContainer;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.DriverException;

/**
 * Takes over containers that somebody else made. Labels of a container cannot be changed, so its
 * name becomes the mark: it lives with the engine, as labels do.
 */
final class Adoptions {
    private static final String NOT_RUNNING = "NOT_RUNNING";

    private final Engine engine;
    private final Containers containers;
    private final NamedVolumes volumes;
    private final DockerSettings settings;

    Adoptions(Engine engine, Containers containers, NamedVolumes volumes, DockerSettings settings) {
        this.engine = engine;
        this.containers = containers;
        this.volumes = volumes;
        this.settings = settings;
    }

    AdoptableContainer describe(String containerId) {
        var box = foreign(containerId);
        var image = engine.ask(client -> client.inspectImageCmd(box.getImageId()).exec());
        return new AdoptableContainer(box.getId(), nameOf(box), ForeignShape.of(box, image));
    }

    void adopt(ResourceId resourceId, String containerId) {
        String name = Mark.adoptedName(settings.nodeId(), resourceId);
        var box = containers.inspect(containerId).orElseThrow(() -> none(containerId));
        if (nameOf(box).equals(name)) {
            return;
        }
        refuseUnlessAdoptable(box);
        engine.tell(
                client -> {
                    try {
                        return client.renameContainerCmd(box.getId()).withName(name).exec();
                    } catch (ConflictException e) {
                        throw DriverException.permanent(
                                Adopting.ALREADY_MANAGED,
                                "resource " + resourceId + " has another container already");
                    }
                });
    }

    void release(ResourceId resourceId, String formerName) {
        containers
                .inspect(Mark.adoptedName(settings.nodeId(), resourceId))
                .ifPresent(box -> rename(box, formerName));
    }

    private void rename(InspectContainerResponse box, String formerName) {
        engine.tell(
                client -> {
                    try {
                        return client.renameContainerCmd(box.getId()).withName(formerName).exec();
                    } catch (ConflictException e) {
                        String other = formerName + "-" + box.getId().substring(0, 12);
                        return client.renameContainerCmd(box.getId()).withName(other).exec();
                    }
                });
    }

    private InspectContainerResponse foreign(String containerId) {
        var box = containers.inspect(containerId).orElseThrow(() -> none(containerId));
        refuseUnlessAdoptable(box);
        return box;
    }

    private void refuseUnlessAdoptable(InspectContainerResponse box) {
        var labels = box.getConfig().getLabels();
        boolean labelled = labels != null && labels.containsKey(Mark.NODE);
        if (labelled || nameOf(box).startsWith(Mark.ADOPTED)) {
            throw DriverException.permanent(
                    Adopting.ALREADY_MANAGED,
                    containers
                            .markOn(box)
                            .map(mark -> "it is resource " + mark.resourceId() + " already")
                            .orElse("it is managed by another node"));
        }
        if (!Sightings.isRunning(box) || Sightings.isPaused(box)) {
            throw DriverException.permanent(
                    NOT_RUNNING, "container '" + nameOf(box) + "' does not run");
        }
        var objections = Objections.to(box, settings, volumes::find);
        if (!objections.isEmpty()) {
            throw DriverException.permanent(
                    Adopting.NOT_ADOPTABLE,
                    "container '%s' cannot be taken over: %s"
                            .formatted(nameOf(box), String.join("; ", objections)));
        }
    }

    private static String nameOf(InspectContainerResponse box) {
        return box.getName().replaceFirst("^/", "");
    }

    private static DriverException none(String containerId) {
        return DriverException.permanent(
                Adopting.CONTAINER_NOT_FOUND,
                "there is no container '" + containerId + "' on the node");
    }
}
