package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.SchedulePlan;

import org.axonframework.serialization.Revision;

/** It does something else, or to others; what began goes on as it began. */
@Revision("1")
public record ScheduleRedirected(ScheduleId scheduleId, SchedulePlan plan)
        implements ScheduleEvent {
    public ScheduleRedirected {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(plan, "plan is null");
    }
}
