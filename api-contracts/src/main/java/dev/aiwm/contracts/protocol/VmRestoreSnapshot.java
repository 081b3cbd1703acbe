package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

/**
 * Put a virtual machine back to a snapshot. The detail {@code state} of the result says what it
 * does afterwards; its runtime is there when it runs.
 */
public record VmRestoreSnapshot(ResourceId resourceId, SnapshotId snapshotId)
        implements AgentCommand {
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
