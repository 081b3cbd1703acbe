package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let it never come again. */
public record DeleteSchedule(
        @TargetAggregateIdentifier ScheduleId scheduleId, long expectedSequence)
        implements ScheduleCommand {
    public DeleteSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
    }
}
