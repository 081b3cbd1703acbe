package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Stop a virtual machine: by asking it, then after the grace time by force. */
public record VmStop(ResourceId resourceId, boolean force, long gracePeriodSeconds)
        implements AgentCommand {
    public VmStop {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.stop";

    @Override
    public String type() {
        return TYPE;
    }
}
