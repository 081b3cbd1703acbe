package dev.aiwm.command.schedule;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.SnapshotNames;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.aim.OneResource;
import dev.aiwm.contracts.schedule.event.ScheduleRunBegun;

import java.time.Instant;

/** What a run of a schedule does. */
final class Runs {
    private Runs() {}

    /** Of a time that has come. */
    static ScheduleRunBegun begun(ScheduleState state, Instant occurrence) {
        var bulkId = BulkId.of(state.scheduleId(), occurrence);
        return begun(state, bulkId, occurrence, RunTrigger.TIME);
    }

    static ScheduleRunBegun begun(
            ScheduleState state, BulkId bulkId, Instant occurrence, RunTrigger trigger) {
        var plan = state.plan();
        boolean single = plan.target() instanceof OneResource;
        return new ScheduleRunBegun(
                state.scheduleId(),
                bulkId,
                occurrence,
                trigger,
                state.owner(),
                plan.target(),
                filledIn(state, plan.task(), occurrence),
                plan.parallelism(),
                single ? ExecutionId.of(bulkId, 0) : null);
    }

    /** The time is that of the occurrence, however late the run is. */
    private static ResourceTask filledIn(
            ScheduleState state, ResourceTask task, Instant occurrence) {
        if (!(task instanceof SnapshotTask take)) {
            return task;
        }
        String named = SnapshotNames.by(take.name(), state.name());
        var local = occurrence.atZone(state.timing().zone());
        return new SnapshotTask(SnapshotNames.at(named, local), take.description());
    }

    static boolean endsBecauseTheResourceIsGone(ScheduleState state, Failure failure) {
        return state.plan().target() instanceof OneResource
                && failure != null
                && failure.code().equals(RejectionCode.NOT_FOUND.name());
    }
}
