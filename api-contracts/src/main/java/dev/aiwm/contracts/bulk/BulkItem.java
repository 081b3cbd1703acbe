package dev.aiwm.contracts.bulk;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.ResourceId;

import java.time.Instant;

/**
 * One resource of a bulk operation and what became of it.
 *
 * @param executionId that does the work; null as long as there is none, and when none was needed
 */
public record BulkItem(
        ResourceId resourceId,
        String name,
        ItemStatus status,
        ExecutionId executionId,
        Failure failure,
        Instant startedAt,
        Instant endedAt) {
    public BulkItem {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(name, "name is null");
        requireNonNull(status, "status is null");
    }

    static BulkItem waiting(BulkTarget target) {
        return new BulkItem(
                target.resourceId(), target.name(), ItemStatus.WAITING, null, null, null, null);
    }

    BulkItem begun(ExecutionId execution, Instant at) {
        return new BulkItem(resourceId, name, ItemStatus.RUNNING, execution, null, at, null);
    }

    BulkItem ended(ItemStatus how, Failure why, Instant at) {
        boolean worked = how == ItemStatus.SUCCEEDED || how == ItemStatus.FAILED;
        return new BulkItem(resourceId, name, how, worked ? executionId : null, why, startedAt, at);
    }
}
