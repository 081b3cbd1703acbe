package dev.aiwm.contracts;

import java.util.List;

/** One page of a list. `total` counts everything that matches. */
public record Page<T>(List<T> items, long total, int page, int limit, String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}
