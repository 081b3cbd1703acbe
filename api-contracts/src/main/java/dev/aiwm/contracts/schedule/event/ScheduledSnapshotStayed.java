package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/** A snapshot could not be deleted; it is tried again after the next run. */
@Revision("1")
public record ScheduledSnapshotStayed(
        ScheduleId scheduleId, ResourceId resourceId, SnapshotId snapshotId, Failure failure)
        implements ScheduleEvent {
    public ScheduledSnapshotStayed {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }
}
