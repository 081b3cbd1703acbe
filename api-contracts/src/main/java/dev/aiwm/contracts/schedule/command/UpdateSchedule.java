package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make the schedule say this; what it says already stays.
 *
 * @param enabled whether it comes at all
 */
public record UpdateSchedule(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        String name,
        Timing timing,
        MissedRuns missedRuns,
        SchedulePlan plan,
        boolean enabled,
        long expectedSequence)
        implements ScheduleCommand {
    public UpdateSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
        requireNonNull(plan, "plan is null");
    }
}
