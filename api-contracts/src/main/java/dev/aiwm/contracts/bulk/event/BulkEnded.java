package dev.aiwm.contracts.bulk.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.BulkStatus;

import org.axonframework.serialization.Revision;

/** Nothing is left to be done. */
@Revision("1")
public record BulkEnded(BulkId bulkId, BulkStatus status, ScheduleId scheduleId)
        implements BulkEvent {
    public BulkEnded {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(status, "status is null");
    }
}
