package dev.aiwm.contracts.schedule.command;

import dev.aiwm.contracts.ScheduleId;

/** A wish about one schedule, or a report to it. */
public sealed interface ScheduleCommand
        permits CreateSchedule,
                UpdateSchedule,
                MeetSchedule,
                RunSchedule,
                RecordScheduleRunEnded,
                RecordScheduledSnapshot,
                RecordRetirementEnded,
                DeleteSchedule {
    ScheduleId scheduleId();
}
