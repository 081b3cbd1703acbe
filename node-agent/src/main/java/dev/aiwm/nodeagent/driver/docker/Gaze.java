package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Event;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;

import java.util.List;
import java.util.Set;

/** Looks at our containers and says what they do. */
final class Gaze {
    private static final Set<String> ENDING_SIGNALS = Set.of("1", "2", "3", "9", "15");

    private final Containers containers;
    private final Sightings sightings;
    private final Endings endings;
    private final HealthWatch health;

    Gaze(Containers containers, Sightings sightings, Endings endings, HealthWatch health) {
        this.containers = containers;
        this.sightings = sightings;
        this.endings = endings;
        this.health = health;
    }

    List<ManagedResource> everything() {
        return containers.ours().stream()
                .flatMap(
                        found ->
                                containers
                                        .inspect(found.id())
                                        .map(box -> look(found.mark(), box))
                                        .stream())
                .toList();
    }

    /** What there is now of a resource that has, or had, a container with this mark. */
    ManagedResource at(Mark mark) {
        return containers
                .find(mark.resourceId())
                .map(box -> look(containers.markOn(box).orElse(mark), box))
                .orElseGet(() -> gone(mark));
    }

    ManagedResource at(ResourceId resourceId) {
        var box = containers.get(resourceId);
        return look(containers.markOn(box).orElseThrow(), box);
    }

    private ManagedResource look(Mark mark, InspectContainerResponse box) {
        Patient.of(mark, box).ifPresentOrElse(health::saw, () -> health.forget(mark.resourceId()));
        return sightings.of(mark, box);
    }

    private ManagedResource gone(Mark mark) {
        health.forget(mark.resourceId());
        return sightings.gone(mark);
    }

    boolean isAbsent(ManagedResource seen) {
        return seen.observation().state() == ObservedState.ABSENT;
    }

    /** Some events say more than that it is time to look. */
    void heard(Event event) {
        String containerId = event.getActor().getId();
        String signal = event.getActor().getAttributes().get("signal");
        switch (String.valueOf(event.getAction())) {
            case "kill" -> {
                if (ENDING_SIGNALS.contains(signal)) {
                    endings.toldToEnd(containerId);
                }
            }
            case "start", "destroy" -> endings.forget(containerId);
            default -> {}
        }
    }
}
