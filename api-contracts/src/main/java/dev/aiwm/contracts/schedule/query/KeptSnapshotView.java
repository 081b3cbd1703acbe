package dev.aiwm.contracts.schedule.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.schedule.KeptSnapshot;

import java.time.Instant;

/** A snapshot that a schedule made, as REST shows it. */
public record KeptSnapshotView(String resourceId, String snapshotId, Instant takenAt) {
    public KeptSnapshotView {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(takenAt, "takenAt is null");
    }

    static KeptSnapshotView of(KeptSnapshot snapshot) {
        return new KeptSnapshotView(
                snapshot.resourceId().value(), snapshot.snapshotId().value(), snapshot.takenAt());
    }
}
