package dev.aiwm.contracts.bulk.command;

import dev.aiwm.contracts.BulkId;

/** A wish about one bulk operation, or a report to it. */
public sealed interface BulkCommand permits StartBulk, RecordBulkItemEnded, CancelBulk {
    BulkId bulkId();
}
