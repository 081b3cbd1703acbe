package dev.aiwm.contracts.schedule;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;

import java.time.Instant;

/**
 * A snapshot that a schedule made and that is there, as far as it knows.
 *
 * @param retiring it is being deleted
 * @param attempts how often it could not be
 */
public record KeptSnapshot(
        ResourceId resourceId,
        SnapshotId snapshotId,
        Instant takenAt,
        boolean retiring,
        int attempts) {
    public KeptSnapshot {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(takenAt, "takenAt is null");
    }

    KeptSnapshot retired() {
        return new KeptSnapshot(resourceId, snapshotId, takenAt, true, attempts);
    }

    KeptSnapshot stayed() {
        return new KeptSnapshot(resourceId, snapshotId, takenAt, false, attempts + 1);
    }
}
