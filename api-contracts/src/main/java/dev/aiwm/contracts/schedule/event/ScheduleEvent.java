package dev.aiwm.contracts.schedule.event;

import dev.aiwm.contracts.ScheduleId;

/** Something that happened to one schedule. */
public sealed interface ScheduleEvent
        permits ScheduleCreated,
                ScheduleRenamed,
                ScheduleRetimed,
                ScheduleRedirected,
                ScheduleSuspended,
                ScheduleReinstated,
                ScheduleCame,
                ScheduleRunBegun,
                ScheduleRunEnded,
                ScheduledSnapshotTaken,
                ScheduledSnapshotRetired,
                ScheduledSnapshotGone,
                ScheduledSnapshotStayed,
                ScheduleDeleted {
    ScheduleId scheduleId();
}
