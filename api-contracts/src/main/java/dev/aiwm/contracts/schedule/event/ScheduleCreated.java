package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/**
 * Someone wants something done at certain times.
 *
 * @param next when it comes first
 */
@Revision("1")
public record ScheduleCreated(
        ScheduleId scheduleId,
        String name,
        Owner owner,
        Timing timing,
        MissedRuns missedRuns,
        SchedulePlan plan,
        Instant next)
        implements ScheduleEvent {
    public ScheduleCreated {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
        requireNonNull(plan, "plan is null");
        requireNonNull(next, "next is null");
    }
}
