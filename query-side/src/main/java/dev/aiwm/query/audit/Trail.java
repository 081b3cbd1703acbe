package dev.aiwm.query.audit;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.query.past.Archive;
import dev.aiwm.query.past.Archived;
import dev.aiwm.query.past.Recent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds events by what they are about, without reading the log: a row of words is kept for each
 * event, and for each segment a filter that says which words do not occur in it.
 */
@Component
class Trail implements Archived {
    private static final int VERSION = 1;
    private static final int SEGMENTS_REMEMBERED = 64;
    private static final int FILTERS_REMEMBERED = 20_000;
    private static final int LONGEST_TAIL = 20 * Archive.SEGMENT;
    private static final String ROWS = "rows";
    private static final String BITS = "bits";
    private static final String WORDS = "words";

    private final Archive archive;
    private final EventLog log;
    private final Rows rows;
    private final Recent<Long, List<Row>> ofSegments = new Recent<>(SEGMENTS_REMEMBERED);
    private final Recent<Long, Bloom> filters = new Recent<>(FILTERS_REMEMBERED);
    private final List<Row> tail = new ArrayList<>();

    Trail(Archive archive, EventLog log, Rows rows) {
        this.archive = archive;
        this.log = log;
        this.rows = rows;
        archive.add(this);
    }

    @Override
    public String name() {
        return "trail";
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public List<Document> of(long segment, List<LoggedEvent> events) {
        List<Row> all = events.stream().map(rows::of).toList();
        Set<String> words = new LinkedHashSet<>();
        all.forEach(row -> words.addAll(row.keys()));
        return List.of(
                new Document("_id", idOfRows(segment)).append(ROWS, new Binary(RowPart.write(all))),
                new Document("_id", idOfFilter(segment))
                        .append(BITS, new Binary(Bloom.of(words).bytes()))
                        .append(WORDS, words.size()));
    }

    private static String idOfRows(long segment) {
        return "trail/" + segment;
    }

    private static String idOfFilter(long segment) {
        return "filter/" + segment;
    }

    private List<Row> rowsOf(long segment) {
        return RowPart.read(found(idOfRows(segment)).get(ROWS, Binary.class).getData());
    }

    private Bloom filterOf(long segment) {
        Document document = found(idOfFilter(segment));
        return Bloom.of(document.get(BITS, Binary.class).getData(), document.getInteger(WORDS));
    }

    private Document found(String id) {
        Document document = archive.find(id);
        if (document == null) {
            throw notYet();
        }
        return document;
    }

    private static Rejection notYet() {
        return new Rejection(
                RejectionCode.UNAVAILABLE, "the past is being kept anew; try again later");
    }

    /**
     * Shows rows in order until the visitor has had enough.
     *
     * @param from a position, itself not included
     * @param needed of each group, a wanted row has one of the words
     * @param visitor says whether to go on
     */
    void walk(
            long from,
            boolean descending,
            Collection<List<String>> needed,
            Predicate<Row> visitor) {
        long segments = archive.segments();
        List<Row> newest = tailAfter(Archive.endOf(segments - 1));
        if (descending) {
            if (!show(newest, from, true, visitor)) {
                return;
            }
            long first = from > segments * Archive.SEGMENT ? segments - 1 : segmentOf(from - 1);
            for (long segment = first; segment >= 0; segment--) {
                if (mayHave(segment, needed) && !show(segment, from, true, visitor)) {
                    return;
                }
            }
            return;
        }
        for (long segment = Math.max(0, segmentOf(from + 1)); segment < segments; segment++) {
            if (mayHave(segment, needed) && !show(segment, from, false, visitor)) {
                return;
            }
        }
        show(newest, from, false, visitor);
    }

    private static long segmentOf(long position) {
        return Math.floorDiv(position - 1, (long) Archive.SEGMENT);
    }

    private boolean mayHave(long segment, Collection<List<String>> needed) {
        if (needed.isEmpty()) {
            return true;
        }
        Bloom filter = filters.get(segment, this::filterOf);
        return needed.stream().allMatch(group -> group.stream().anyMatch(filter::mayHave));
    }

    private boolean show(long segment, long from, boolean descending, Predicate<Row> visitor) {
        return show(ofSegments.get(segment, this::rowsOf), from, descending, visitor);
    }

    private static boolean show(
            List<Row> rows, long from, boolean descending, Predicate<Row> visitor) {
        List<Row> ordered = rows;
        if (descending) {
            ordered = new ArrayList<>(rows);
            Collections.reverse(ordered);
        }
        for (Row row : ordered) {
            boolean behind = descending ? row.position() < from : row.position() > from;
            if (behind && !visitor.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** What is not in a whole segment yet; of what was read once only what follows is read. */
    private List<Row> tailAfter(Position end) {
        synchronized (tail) {
            if (!tail.isEmpty() && tail.get(0).position() > end.value() + 1) {
                tail.clear();
            }
            tail.removeIf(row -> row.position() <= end.value());
            Position place =
                    tail.isEmpty() ? end : new Position(tail.get(tail.size() - 1).position());
            while (true) {
                List<LoggedEvent> part = log.read(place, Archive.SEGMENT);
                if (part.isEmpty()) {
                    return List.copyOf(tail);
                }
                part.forEach(event -> tail.add(rows.of(event)));
                place = part.get(part.size() - 1).position();
                if (tail.size() > LONGEST_TAIL) {
                    throw notYet();
                }
            }
        }
    }
}
