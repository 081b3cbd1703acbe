package dev.aiwm.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;

/** One page of a list. `total` counts everything that matches. */
public record Page<T>(
        List<T> items,
        long total,
        int page,
        int limit,
        @JsonInclude(JsonInclude.Include.ALWAYS) String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
