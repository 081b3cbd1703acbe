package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.serialization.Revision;

/** It does not come until someone wants it again. */
@Revision("1")
public record ScheduleSuspended(ScheduleId scheduleId, String reason) implements ScheduleEvent {
    public ScheduleSuspended {
        requireNonNull(scheduleId, "scheduleId is null");
    }
}
