package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;

/** Put a virtual machine back to a snapshot. */
public record VmRestoreSnapshot(ResourceId resourceId, String snapshotId) implements AgentCommand {
    public VmRestoreSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }

    public static final String TYPE = "vm.restoreSnapshot";

    @Override
    public String type() {
        return TYPE;
    }
}
