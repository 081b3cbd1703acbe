package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.serialization.Revision;

/** It never comes again; what it did stays done. */
@Revision("1")
public record ScheduleDeleted(ScheduleId scheduleId) implements ScheduleEvent {
    public ScheduleDeleted {
        requireNonNull(scheduleId, "scheduleId is null");
    }
}
