package dev.aiwm.contracts.resource.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.Snapshot;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotStatus;

import java.time.Instant;

/** A snapshot as REST shows it (R033); what the engine does not tell is absent. */
public record SnapshotView(
        String id,
        String resourceId,
        String name,
        String description,
        SnapshotStatus status,
        Instant createdAt,
        @JsonProperty("diskSizeGB") Double diskSizeGB,
        @JsonProperty("memorySizeMB") Long memorySizeMB,
        String parent,
        SnapshotConsistency consistency) {
    private static final double GIB = 1L << 30;
    private static final long MIB = 1L << 20;

    public SnapshotView {
        requireNonNull(id, "id is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
    }

    public static SnapshotView of(ResourceState resource, Snapshot snapshot) {
        var facts = snapshot.facts();
        boolean told = facts != null;
        return new SnapshotView(
                snapshot.snapshotId().value(),
                resource.resourceId().value(),
                snapshot.name(),
                snapshot.description(),
                snapshot.status(),
                told ? facts.createdAt() : null,
                told && facts.diskBytes() != null ? gigabytes(facts.diskBytes()) : null,
                told && facts.memoryBytes() != null ? facts.memoryBytes() / MIB : null,
                told && facts.parent() != null ? facts.parent().value() : null,
                told ? facts.consistency() : null);
    }

    private static double gigabytes(long bytes) {
        return Math.round(bytes / GIB * 100) / 100.0;
    }
}
