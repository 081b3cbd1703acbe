package dev.aiwm.query.audit;

import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.TrailParameters;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts pages out of a walk, in both directions. A cursor says which way it goes, and from where.
 */
final class Pages {
    private static final char NEXT = 'n';
    private static final char PREVIOUS = 'p';

    private final TrailParameters wish;
    private final boolean back;
    private final long from;

    private Pages(TrailParameters wish) {
        this.wish = wish;
        this.back = wish.cursor() != null && wish.cursor().charAt(0) == PREVIOUS;
        this.from = start(wish);
    }

    static TrailPage page(TrailParameters wish, Walk walk) {
        return new Pages(wish).page(walk);
    }

    static long start(TrailParameters wish) {
        String cursor = wish.cursor();
        if (cursor == null) {
            return wish.newestFirst() ? Walk.NEWEST : Walk.OLDEST;
        }
        try {
            char way = cursor.isEmpty() ? 0 : cursor.charAt(0);
            if (way == NEXT || way == PREVIOUS) {
                return Long.parseLong(cursor.substring(1), Character.MAX_RADIX);
            }
        } catch (NumberFormatException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuntimeException malformed() {
        return InvalidRequest.parameter("cursor", "must be a cursor of this list");
    }

    private TrailPage page(Walk walk) {
        boolean descending = wish.newestFirst() != back;
        Walk.Found found = walk.next(from, descending, wish.limit() + 1);
        boolean full = found.items().size() > wish.limit();
        List<Walk.Item> items =
                new ArrayList<>(full ? found.items().subList(0, wish.limit()) : found.items());
        Long farEnd = null;
        if (full) {
            farEnd = items.get(items.size() - 1).place();
        } else if (found.reached() != null) {
            farEnd = found.reached();
        }
        Long nearEnd = items.isEmpty() ? null : items.get(0).place();
        if (back) {
            Collections.reverse(items);
        }
        return new TrailPage(
                items.stream().map(Walk.Item::entry).toList(),
                wish.limit(),
                back ? cursor(NEXT, nearEnd == null ? behind(from) : nearEnd) : next(farEnd),
                back ? toNewer(farEnd, items) : previous(nearEnd));
    }

    private static String next(Long farEnd) {
        return farEnd == null ? null : cursor(NEXT, farEnd);
    }

    /** Before the first page there is nothing, unless newer events come. */
    private String previous(Long nearEnd) {
        boolean first = wish.cursor() == null;
        if (nearEnd == null || first && !wish.newestFirst()) {
            return first ? null : cursor(PREVIOUS, behind(from));
        }
        return cursor(PREVIOUS, nearEnd);
    }

    private String toNewer(Long farEnd, List<Walk.Item> items) {
        if (farEnd != null) {
            return cursor(PREVIOUS, farEnd);
        }
        if (!wish.newestFirst()) {
            return null;
        }
        return cursor(PREVIOUS, items.isEmpty() ? from : items.get(0).place());
    }

    /** So that the event at the place is found again when going the other way. */
    private long behind(long place) {
        boolean towardsOlder = wish.newestFirst() != back;
        return towardsOlder ? place - 1 : place + 1;
    }

    private static String cursor(char way, long place) {
        return way + Long.toString(place, Character.MAX_RADIX);
    }
}
