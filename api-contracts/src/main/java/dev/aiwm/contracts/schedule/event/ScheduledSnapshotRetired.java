package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.serialization.Revision;

/**
 * A snapshot that a run made is to be deleted.
 *
 * @param bulkId of the work
 */
@Revision("1")
public record ScheduledSnapshotRetired(
        ScheduleId scheduleId,
        ResourceId resourceId,
        SnapshotId snapshotId,
        BulkId bulkId,
        Owner owner)
        implements ScheduleEvent {
    public ScheduledSnapshotRetired {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(owner, "owner is null");
    }
}
