package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Its time has come, the clock says. */
public record MeetSchedule(@TargetAggregateIdentifier ScheduleId scheduleId)
        implements ScheduleCommand {
    public MeetSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
    }
}
