package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The containers that carry this node's mark, found by it and by nothing else. */
final class Containers {
    private static final Comparator<Found> NEWEST_FIRST =
            Comparator.comparingInt((Found found) -> found.mark().generation()).reversed();

    private final Engine engine;
    private final String nodeId;

    /** Where each resource's newest container was found last. */
    private final Map<ResourceId, String> lastFound = new ConcurrentHashMap<>();

    Containers(Engine engine, String nodeId) {
        this.engine = engine;
        this.nodeId = nodeId;
    }

    /** A container of ours as it is listed. */
    record Found(String id, Mark mark) {}

    /** Every container of the engine, whoever made it. */
    List<Container> everything() {
        return engine.ask(client -> client.listContainersCmd().withShowAll(true).exec());
    }

    /** Whose it is, if ours. */
    Optional<Mark> markOn(Container container) {
        var labelled = Mark.on(container.getLabels(), nodeId);
        return labelled.isPresent() || container.getNames() == null
                ? labelled
                : Arrays.stream(container.getNames())
                        .flatMap(name -> Mark.in(name, nodeId).stream())
                        .findFirst();
    }

    Optional<Mark> markOn(InspectContainerResponse box) {
        var labelled = Mark.on(box.getConfig().getLabels(), nodeId);
        return labelled.isPresent() ? labelled : Mark.in(box.getName(), nodeId);
    }

    /** The newest generation of each of our resources. */
    List<Found> ours() {
        var newest = new LinkedHashMap<ResourceId, Found>();
        for (var found : find(Map.of(Mark.NODE, nodeId))) {
            newest.putIfAbsent(found.mark().resourceId(), found);
        }
        for (var found : adopted()) {
            newest.putIfAbsent(found.mark().resourceId(), found);
        }
        return List.copyOf(newest.values());
    }

    /** Every generation of a resource that is there, the newest first. */
    List<Found> of(ResourceId resourceId) {
        var found = new ArrayList<>(labelled(resourceId));
        inspect(Mark.adoptedName(nodeId, resourceId))
                .ifPresent(box -> found.add(new Found(box.getId(), Mark.adopted(resourceId))));
        return found;
    }

    /** What was taken over and is still what it was. */
    private List<Found> adopted() {
        var prefix = List.of("^/?" + (Mark.ADOPTED + nodeId + ".").replace(".", "\\."));
        return marked(
                engine.ask(
                        client ->
                                client.listContainersCmd()
                                        .withShowAll(true)
                                        .withNameFilter(prefix)
                                        .exec()));
    }

    /** The container of a resource, or NOT_FOUND. */
    InspectContainerResponse get(ResourceId resourceId) {
        return find(resourceId).orElseThrow(() -> unknown(resourceId));
    }

    /** The same container as it is now, or NOT_FOUND. */
    InspectContainerResponse again(ResourceId resourceId, InspectContainerResponse box) {
        return inspect(box.getId()).orElseThrow(() -> unknown(resourceId));
    }

    Optional<InspectContainerResponse> find(ResourceId resourceId) {
        var box = whereItWas(resourceId).or(() -> search(resourceId));
        box.ifPresent(it -> found(resourceId, it.getId()));
        return box;
    }

    /** The newest container of a resource, of all that there may be. */
    void found(ResourceId resourceId, String containerId) {
        lastFound.put(resourceId, containerId);
    }

    private Optional<InspectContainerResponse> whereItWas(ResourceId resourceId) {
        String id = lastFound.get(resourceId);
        if (id == null) {
            return Optional.empty();
        }
        var box = inspect(id).filter(it -> isOf(it, resourceId));
        if (box.isEmpty()) {
            lastFound.remove(resourceId, id);
        }
        return box;
    }

    private boolean isOf(InspectContainerResponse box, ResourceId resourceId) {
        return markOn(box).filter(mark -> mark.resourceId().equals(resourceId)).isPresent();
    }

    private Optional<InspectContainerResponse> search(ResourceId resourceId) {
        for (var found : labelled(resourceId)) {
            var box = inspect(found.id());
            if (box.isPresent()) {
                return box;
            }
        }
        return inspect(Mark.adoptedName(nodeId, resourceId));
    }

    Optional<InspectContainerResponse> inspect(String containerId) {
        return engine.ask(
                client -> {
                    try {
                        return Optional.of(client.inspectContainerCmd(containerId).exec());
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    private List<Found> labelled(ResourceId resourceId) {
        return find(Map.of(Mark.NODE, nodeId, Mark.RESOURCE, resourceId.value()));
    }

    private List<Found> find(Map<String, String> labels) {
        var listed =
                engine.ask(
                        client ->
                                client.listContainersCmd()
                                        .withShowAll(true)
                                        .withLabelFilter(labels)
                                        .exec());
        return marked(listed);
    }

    /** Ours among them, the newest first. */
    List<Found> marked(List<Container> listed) {
        var found = new ArrayList<Found>();
        for (var container : listed) {
            markOn(container).ifPresent(mark -> found.add(new Found(container.getId(), mark)));
        }
        found.sort(NEWEST_FIRST);
        return found;
    }

    private static DriverException unknown(ResourceId resourceId) {
        return DriverException.notFound("there is no container of resource " + resourceId);
    }
}
