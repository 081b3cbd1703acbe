package dev.aiwm.contracts.bulk.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import org.axonframework.serialization.Revision;

/**
 * It is the turn of one resource.
 *
 * @param executionId under which the work is asked for
 */
@Revision("1")
public record BulkItemBegun(
        BulkId bulkId,
        int item,
        ResourceId resourceId,
        ExecutionId executionId,
        ResourceTask task,
        Owner owner,
        ScheduleId scheduleId)
        implements BulkEvent {
    public BulkItemBegun {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(task, "task is null");
        requireNonNull(owner, "owner is null");
    }
}
