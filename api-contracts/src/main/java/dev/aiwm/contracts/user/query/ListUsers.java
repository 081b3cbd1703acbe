package dev.aiwm.contracts.user.query;

import java.util.List;

/** Users that match every given filter; {@code orgId} null is every organisation. */
public record ListUsers(
        Boolean erased, String orgId, List<String> sort, String cursor, int page, int limit) {
    public ListUsers {
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
