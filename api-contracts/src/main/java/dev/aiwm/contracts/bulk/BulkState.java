package dev.aiwm.contracts.bulk;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import java.time.Instant;
import java.util.List;

/** Everything the events say about one bulk operation. */
public record BulkState(
        BulkId bulkId,
        ResourceTask task,
        Owner owner,
        ResourceFilter filter,
        int parallelism,
        ScheduleId scheduleId,
        BulkStatus status,
        List<BulkItem> items,
        String cancelReason,
        Instant startedAt,
        Instant endedAt,
        Instant updatedAt,
        long sequence) {
    public BulkState {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(task, "task is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(status, "status is null");
        items = List.copyOf(items);
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public long count(ItemStatus wanted) {
        return items.stream().filter(item -> item.status() == wanted).count();
    }

    /** In percent, by resources that are through. */
    public int progress() {
        if (status.isEnded()) {
            return 100;
        }
        long ended = items.stream().filter(item -> item.status().isEnded()).count();
        return items.isEmpty() ? 0 : (int) (100 * ended / items.size());
    }
}
