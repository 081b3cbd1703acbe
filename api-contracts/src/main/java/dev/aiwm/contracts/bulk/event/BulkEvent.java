package dev.aiwm.contracts.bulk.event;

import dev.aiwm.contracts.BulkId;

/** Something that happened to one bulk operation. */
public sealed interface BulkEvent
        permits BulkStarted, BulkItemBegun, BulkItemEnded, BulkCancellationRequested, BulkEnded {
    BulkId bulkId();
}
