package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/** A run made a snapshot. */
@Revision("1")
public record ScheduledSnapshotTaken(
        ScheduleId scheduleId, ResourceId resourceId, SnapshotId snapshotId)
        implements ScheduleEvent {
    public ScheduledSnapshotTaken {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }
}
