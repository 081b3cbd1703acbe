package dev.aiwm.contracts.bulk.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.bulk.BulkItem;
import dev.aiwm.contracts.bulk.ItemStatus;

import java.time.Instant;

/** What became of one resource of a bulk operation, as REST shows it. */
public record BulkItemView(
        String resourceId,
        String name,
        ItemStatus status,
        String executionId,
        Failure error,
        Instant startedAt,
        Instant endedAt) {
    public BulkItemView {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
    }

    static BulkItemView of(BulkItem item) {
        return new BulkItemView(
                item.resourceId().value(),
                item.name(),
                item.status(),
                item.executionId() == null ? null : item.executionId().value(),
                item.failure(),
                item.startedAt(),
                item.endedAt());
    }
}
