package dev.aiwm.contracts.protocol;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

/**
 * Take a snapshot of a virtual machine. The details of the result are {@link
 * dev.aiwm.contracts.resource.SnapshotFacts}.
 */
public record VmSnapshot(
        ResourceId resourceId, SnapshotId snapshotId, String name, String description)
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
