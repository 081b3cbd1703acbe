package dev.aiwm.query.audit;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Walks through all events; a place is a position. */
final class AuditWalk implements Walk {
    /** So that what is rare is not looked for in one request. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AuditFilter filter;
    private final Trail trail;
    private final EventLog log;
    private final Entries entries;

    AuditWalk(AuditFilter filter, Trail trail, EventLog log, Entries entries) {
        this.filter = filter;
        this.trail = trail;
        this.log = log;
        this.entries = entries;
    }

    @Override
    public Found next(long from, boolean descending, int limit) {
        var wish = filter.wish();
        long low = wish.from() == null ? 0 : log.positionAt(wish.from().minusNanos(1)).value();
        long high = wish.to() == null ? NEWEST : log.positionAt(wish.to()).value() + 1;
        var found = new ArrayList<Item>();
        var reached = new Long[1];
        long deadline = System.nanoTime() + LONGEST.toNanos();
        trail.walk(
                descending ? Math.min(from, high) : Math.max(from, low),
                descending,
                filter.needed(),
                row -> {
                    if (descending ? row.position() <= low : row.position() >= high) {
                        return false;
                    }
                    if (filter.matches(row)) {
                        add(row, found);
                    }
                    if (found.size() < limit && System.nanoTime() > deadline) {
                        reached[0] = row.position();
                    }
                    return found.size() < limit && reached[0] == null;
                });
        return new Found(found, reached[0]);
    }

    private void add(Row row, List<Item> found) {
        LoggedEvent event = log.read(new Position(row.position() - 1), 1).get(0);
        if (!Entries.isWithin(filter.wish(), event.timestamp())) {
            return;
        }
        boolean says =
                filter.text() == null
                        || entries.line(event.payload())
                                .toLowerCase(Locale.ROOT)
                                .contains(filter.text());
        if (says) {
            found.add(new Item(row.position(), entries.entry(event, null)));
        }
    }
}
