package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ScheduleId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Begin a run now, whatever the time. */
public record RunSchedule(
        @TargetAggregateIdentifier ScheduleId scheduleId, BulkId bulkId, long expectedSequence)
        implements ScheduleCommand {
    public RunSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(bulkId, "bulkId is null");
    }
}
