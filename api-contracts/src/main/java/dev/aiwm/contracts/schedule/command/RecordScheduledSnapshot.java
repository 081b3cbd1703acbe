package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import java.util.List;

/**
 * A run made a snapshot.
 *
 * @param present the snapshots that the resource has by now
 */
public record RecordScheduledSnapshot(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        ResourceId resourceId,
        SnapshotId snapshotId,
        List<SnapshotId> present)
        implements ScheduleCommand {
    public RecordScheduledSnapshot {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
        present = List.copyOf(present);
    }
}
