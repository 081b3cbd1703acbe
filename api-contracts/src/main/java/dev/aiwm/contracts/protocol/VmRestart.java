package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Stop and start a virtual machine. */
public record VmRestart(ResourceId resourceId, boolean force, long gracePeriodSeconds)
        implements AgentCommand {
    public VmRestart {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.restart";

    @Override
    public String type() {
        return TYPE;
    }
}
