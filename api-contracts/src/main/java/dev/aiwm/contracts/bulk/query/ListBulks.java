package dev.aiwm.contracts.bulk.query;

import dev.aiwm.contracts.bulk.BulkStatus;

import java.util.List;

/** Bulk operations that match every given filter; {@code orgId} null is every organisation. */
public record ListBulks(
        List<BulkStatus> statuses,
        String resourceId,
        String scheduleId,
        String ownerUserId,
        String orgId,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListBulks {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
