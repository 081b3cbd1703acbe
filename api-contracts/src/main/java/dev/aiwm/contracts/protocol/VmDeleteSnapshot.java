package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

/** Remove a snapshot of a virtual machine. */
public record VmDeleteSnapshot(ResourceId resourceId, SnapshotId snapshotId)
        implements AgentCommand {
    public VmDeleteSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }

    public static final String TYPE = "vm.deleteSnapshot";

    @Override
    public String type() {
        return TYPE;
    }
}
