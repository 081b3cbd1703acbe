package dev.aiwm.contracts.schedule.query;

import java.util.List;

/** Schedules that match every given filter; {@code orgId} null is every organisation. */
public record ListSchedules(
        String resourceId,
        Boolean enabled,
        String name,
        String ownerUserId,
        String orgId,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListSchedules {
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
