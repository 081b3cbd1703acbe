package dev.aiwm.contracts.schedule.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.schedule.RunTrigger;
import dev.aiwm.contracts.schedule.aim.Target;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/**
 * A run begins.
 *
 * @param task with all that the time says filled in
 * @param executionId the work, when it is for one resource
 */
@Revision("1")
public record ScheduleRunBegun(
        ScheduleId scheduleId,
        BulkId bulkId,
        Instant occurrence,
        RunTrigger trigger,
        Owner owner,
        Target target,
        ResourceTask task,
        int parallelism,
        ExecutionId executionId)
        implements ScheduleEvent {
    public ScheduleRunBegun {
        requireNonNull(scheduleId, "scheduleId is null");
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(occurrence, "occurrence is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(target, "target is null");
        requireNonNull(task, "task is null");
    }
}
