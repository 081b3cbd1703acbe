package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.Runtime;

/** An engine object changed its state (`vm.status`, `container.status`). */
public record ResourceStatusReport(ResourceId resourceId, Observation observation, Runtime runtime)
        implements AgentData {
    public ResourceStatusReport {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(observation, "observation is null");
    }
}
