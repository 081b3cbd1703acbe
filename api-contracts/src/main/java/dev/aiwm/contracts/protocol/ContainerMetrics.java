package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Measure a container now. */
public record ContainerMetrics(ResourceId resourceId) implements AgentCommand {
    public ContainerMetrics {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "container.metrics";

    @Override
    public String type() {
        return TYPE;
    }
}
