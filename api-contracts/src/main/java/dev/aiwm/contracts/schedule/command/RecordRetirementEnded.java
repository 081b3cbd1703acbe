package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.SnapshotId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A snapshot is gone, or why it is not. */
public record RecordRetirementEnded(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        ResourceId resourceId,
        SnapshotId snapshotId,
        Failure failure)
        implements ScheduleCommand {
    public RecordRetirementEnded {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(snapshotId, "snapshotId is null");
    }
}
