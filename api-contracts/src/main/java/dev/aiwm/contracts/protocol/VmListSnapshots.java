package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/**
 * List the snapshots of a virtual machine: the details of the result are the facts of each, every
 * name led by the id and a dot.
 */
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
