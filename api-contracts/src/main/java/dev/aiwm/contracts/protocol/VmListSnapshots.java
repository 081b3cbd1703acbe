package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** List the snapshots of a virtual machine. */
public record VmListSnapshots(ResourceId resourceId) implements AgentCommand {
    public VmListSnapshots {
        requireNonNull(resourceId, "resourceId is null");
    }

    public static final String TYPE = "vm.listSnapshots";

    @Override
    public String type() {
        return TYPE;
    }
}
