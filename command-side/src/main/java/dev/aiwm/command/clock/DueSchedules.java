package dev.aiwm.command.clock;

import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.event.ScheduleCame;
import dev.aiwm.contracts.schedule.event.ScheduleCreated;
import dev.aiwm.contracts.schedule.event.ScheduleDeleted;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.schedule.event.ScheduleReinstated;
import dev.aiwm.contracts.schedule.event.ScheduleRetimed;
import dev.aiwm.contracts.schedule.event.ScheduleSuspended;
import dev.aiwm.support.projection.IndexWrites;

import java.time.Instant;

/** When schedules come next. Each time is the beginning of something new, of no older request. */
final class DueSchedules {
    private DueSchedules() {}

    static void on(ScheduleEvent event, IndexWrites writes) {
        if (event instanceof ScheduleCreated created) {
            put(writes, created.scheduleId(), created.next());
        } else if (event instanceof ScheduleRetimed retimed) {
            put(writes, retimed.scheduleId(), retimed.next());
        } else if (event instanceof ScheduleReinstated reinstated) {
            put(writes, reinstated.scheduleId(), reinstated.next());
        } else if (event instanceof ScheduleCame came) {
            put(writes, came.scheduleId(), came.next());
        } else if (event instanceof ScheduleSuspended || event instanceof ScheduleDeleted) {
            put(writes, event.scheduleId(), null);
        }
    }

    private static void put(IndexWrites writes, ScheduleId id, Instant next) {
        if (next == null) {
            writes.remove(Deadline.scheduleId(id));
        } else {
            var deadline = Deadline.schedule(id, next);
            writes.put(deadline.id(), deadline.fields());
        }
    }
}
