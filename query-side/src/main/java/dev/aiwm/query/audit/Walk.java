package dev.aiwm.query.audit;

import java.util.List;

/**
 * Events in order, from a place on. Places are whole numbers that grow with the order of events.
 */
@FunctionalInterface
interface Walk {
    long NEWEST = Long.MAX_VALUE;
    long OLDEST = -1;

    /**
     * The next events that match.
     *
     * @param from the place where to start, itself not included
     * @param descending towards older events
     */
    Found next(long from, boolean descending, int limit);

    /** An event to be shown, and its place. */
    record Item(long place, TrailEntry entry) {}

    /**
     * What was found.
     *
     * @param reached how far was looked when that was not to the end, and null otherwise
     */
    record Found(List<Item> items, Long reached) {
        public Found {
            items = List.copyOf(items);
        }
    }
}
