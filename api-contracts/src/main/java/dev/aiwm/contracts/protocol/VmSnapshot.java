package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Take a snapshot of a virtual machine. */
public record VmSnapshot(ResourceId resourceId, String snapshotId, String name, String description)
        implements AgentCommand {
    public VmSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(name, "name is null");
    }

    public static final String TYPE = "vm.snapshot";

    @Override
    public String type() {
        return TYPE;
    }
}
