package dev.aiwm.contracts.bulk.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.ItemStatus;

import org.axonframework.serialization.Revision;

/**
 * It is known what became of one resource.
 *
 * @param failure why it is not as wanted, or null
 */
@Revision("1")
public record BulkItemEnded(
        BulkId bulkId,
        int item,
        ResourceId resourceId,
        ExecutionId executionId,
        ItemStatus status,
        Failure failure,
        ScheduleId scheduleId)
        implements BulkEvent {
    public BulkItemEnded {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(executionId, "executionId is null");
        requireNonNull(status, "status is null");
    }
}
