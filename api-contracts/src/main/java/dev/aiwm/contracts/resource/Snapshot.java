package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.SnapshotId;

/** A snapshot of a machine of some size; the engine's facts are absent until it is taken. */
public record Snapshot(
        SnapshotId snapshotId,
        String name,
        String description,
        SnapshotStatus status,
        ResourceSize size,
        SnapshotFacts facts) {
    public Snapshot {
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
        requireNonNull(size, "size is null");
    }

    public boolean hasMemory() {
        return facts != null && facts.consistency() == SnapshotConsistency.MEMORY;
    }

    Snapshot in(SnapshotStatus other) {
        return new Snapshot(snapshotId, name, description, other, size, facts);
    }

    Snapshot taken(SnapshotFacts told) {
        return new Snapshot(snapshotId, name, description, SnapshotStatus.READY, size, told);
    }

    /** The same without the parent that goes, based on that one's parent. */
    Snapshot without(Snapshot gone) {
        if (facts == null || !gone.snapshotId.equals(facts.parent())) {
            return this;
        }
        var grandparent = gone.facts == null ? null : gone.facts.parent();
        var told =
                new SnapshotFacts(
                        facts.snapshotId(),
                        grandparent,
                        facts.consistency(),
                        facts.diskBytes(),
                        facts.memoryBytes(),
                        facts.createdAt());
        return new Snapshot(snapshotId, name, description, status, size, told);
    }
}
