package dev.aiwm.contracts.bulk.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;

/** One bulk operation, not older than `minVersion`. */
public record FindBulk(BulkId bulkId, Long minVersion) {
    public FindBulk {
        requireNonNull(bulkId, "bulkId is null");
    }
}
