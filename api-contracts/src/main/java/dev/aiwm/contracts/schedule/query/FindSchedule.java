package dev.aiwm.contracts.schedule.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

/** One schedule, not older than `minVersion`. */
public record FindSchedule(ScheduleId scheduleId, Long minVersion) {
    public FindSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
    }
}
