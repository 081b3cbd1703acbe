package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Measure a virtual machine now. */
public record VmMetrics(ResourceId resourceId) implements AgentCommand {
    public VmMetrics {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.metrics";

    @Override
    public String type() {
        return TYPE;
    }
}
