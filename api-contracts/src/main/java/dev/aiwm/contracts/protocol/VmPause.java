package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Freeze a running virtual machine. */
public record VmPause(ResourceId resourceId) implements AgentCommand {
    public VmPause {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.pause";

    @Override
    public String type() {
        return TYPE;
    }
}
