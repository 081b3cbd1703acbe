package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/**
 * It comes at other times.
 *
 * @param next when it comes next; null while it is suspended
 */
@Revision("1")
public record ScheduleRetimed(
        ScheduleId scheduleId, Timing timing, MissedRuns missedRuns, Instant next)
        implements ScheduleEvent {
    public ScheduleRetimed {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
    }
}
