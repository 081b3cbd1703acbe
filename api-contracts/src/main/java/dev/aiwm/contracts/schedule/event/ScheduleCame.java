package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.List;

/**
 * Its time came.
 *
 * @param waiting the times for which it will run, in order: those that waited before included
 * @param missed how many times have passed without a run and will have none
 * @param lastMissed the last of those; null when there are none
 * @param next when it comes next; null when it does not
 */
@Revision("1")
public record ScheduleCame(
        ScheduleId scheduleId, List<Instant> waiting, int missed, Instant lastMissed, Instant next)
        implements ScheduleEvent {
    public ScheduleCame {
        requireNonNull(scheduleId, "scheduleId is null");
        waiting = List.copyOf(waiting);
    }
}
