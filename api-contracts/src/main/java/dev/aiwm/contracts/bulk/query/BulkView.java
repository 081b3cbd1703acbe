package dev.aiwm.contracts.bulk.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import java.time.Instant;
import java.util.List;

/**
 * A bulk operation as REST shows it.
 *
 * @param items null in lists
 */
public record BulkView(
        String bulkId,
        ResourceTask operation,
        ResourceFilter filter,
        Owner owner,
        String scheduleId,
        BulkStatus status,
        int progress,
        boolean done,
        int parallelism,
        BulkCounts counts,
        List<BulkItemView> items,
        String cancelReason,
        Instant startedAt,
        Instant endedAt,
        Instant updatedAt,
        long version) {
    public BulkView {
        requireNonNull(bulkId, "bulkId is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(status, "status is null");
        requireNonNull(counts, "counts is null");
        items = items == null ? null : List.copyOf(items);
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    public static BulkView of(BulkState state) {
        return of(state, state.items().stream().map(BulkItemView::of).toList());
    }

    public static BulkView inShort(BulkState state) {
        return of(state, null);
    }

    private static BulkView of(BulkState state, List<BulkItemView> items) {
        return new BulkView(
                state.bulkId().value(),
                state.task(),
                state.filter(),
                state.owner(),
                state.scheduleId() == null ? null : state.scheduleId().value(),
                state.status(),
                state.progress(),
                state.status().isEnded(),
                state.parallelism(),
                BulkCounts.of(state),
                items,
                state.cancelReason(),
                state.startedAt(),
                state.endedAt(),
                state.updatedAt(),
                state.sequence());
    }
}
