package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.serialization.Revision;

/** It is called something else. */
@Revision("1")
public record ScheduleRenamed(ScheduleId scheduleId, String name) implements ScheduleEvent {
    public ScheduleRenamed {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
    }
}
