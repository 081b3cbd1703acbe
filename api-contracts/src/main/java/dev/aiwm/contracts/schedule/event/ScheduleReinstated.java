package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** It comes again. */
@Revision("1")
public record ScheduleReinstated(ScheduleId scheduleId, Instant next) implements ScheduleEvent {
    public ScheduleReinstated {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(next, "next is null");
    }
}
