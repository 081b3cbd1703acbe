package dev.aiwm.contracts.bulk.query;

import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.ItemStatus;

/** How many resources of a bulk operation stand where. */
public record BulkCounts(
        long total,
        long waiting,
        long running,
        long succeeded,
        long unchanged,
        long failed,
        long refused,
        long cancelled) {
    static BulkCounts of(BulkState state) {
        return new BulkCounts(
                state.items().size(),
                state.count(ItemStatus.WAITING),
                state.count(ItemStatus.RUNNING),
                state.count(ItemStatus.SUCCEEDED),
                state.count(ItemStatus.UNCHANGED),
                state.count(ItemStatus.FAILED),
                state.count(ItemStatus.REFUSED),
                state.count(ItemStatus.CANCELLED));
    }
}
