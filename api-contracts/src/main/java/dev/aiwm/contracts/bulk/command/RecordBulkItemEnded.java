package dev.aiwm.contracts.bulk.command;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.bulk.ItemStatus;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What became of one resource; news only while it has its turn. */
public record RecordBulkItemEnded(
        @TargetAggregateIdentifier BulkId bulkId, int item, ItemStatus status, Failure failure)
        implements BulkCommand {
    public RecordBulkItemEnded {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(status, "status is null");
    }
}
