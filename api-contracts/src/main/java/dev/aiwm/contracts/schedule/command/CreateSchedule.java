package dev.aiwm.contracts.schedule.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.SchedulePlan;
import dev.aiwm.contracts.schedule.timing.Timing;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Have something done at certain times. */
public record CreateSchedule(
        @TargetAggregateIdentifier ScheduleId scheduleId,
        String name,
        Owner owner,
        Timing timing,
        MissedRuns missedRuns,
        SchedulePlan plan)
        implements ScheduleCommand {
    public CreateSchedule {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(timing, "timing is null");
        requireNonNull(missedRuns, "missedRuns is null");
        requireNonNull(plan, "plan is null");
    }
}
