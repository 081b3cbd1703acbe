package dev.aiwm.command.gateway;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.Runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an agent said last of each resource over one connection. */
final class Sightings {
    private final Map<ResourceId, Sighting> last = new ConcurrentHashMap<>();

    record Sighting(ResourceId resourceId, Observation observation, Runtime runtime) {}

    void note(ResourceId resourceId, Observation observation, Runtime runtime) {
        last.put(resourceId, new Sighting(resourceId, observation, runtime));
    }

    List<Sighting> all() {
        return List.copyOf(last.values());
    }
}
