package dev.aiwm.query.past;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.StateJson;
import dev.aiwm.support.projection.Stored;

import org.bson.Document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Cuts of one kind of entity. Of each segment those entities are kept that it touched, as they were
 * at its end; and now and then, when that has become more than there are entities, all of them. A
 * cut is put together from the last of these, from what was kept since, and from the events of a
 * part of a segment.
 */
final class Cuts<S> implements Archived {
    /** Of what is kept; the version of the fold counts besides. */
    private static final int FORMAT = 2;

    private static final int LARGEST_PART = 1_000;
    private static final int LEAST_FULL = 256;
    private static final long LONGEST_TAIL = 20L * Archive.SEGMENT;
    private static final int REMEMBERED = 4;
    private static final String BASE = "base";
    private static final String SINCE = "since";
    private static final String PARTS = "parts";
    private static final long NOTHING = -1;

    /** Runs of so many segments are kept as one, too, so that few documents are read. */
    private static final List<Long> SPANS = List.of(256L, 16L);

    /** Of the heap. */
    private static final long SHARE_FOR_PARTS = 16;

    private static final int BLOCKS_UNPACKED = 128;

    private final EntityKind<S, ?> kind;
    private final Archive archive;
    private final StateJson<S> json;
    private final Recent<Long, Cut<S>> ofSegments = new Recent<>(REMEMBERED);
    private final Recent<String, CutPart> parts =
            new Recent<>(Runtime.getRuntime().maxMemory() / SHARE_FOR_PARTS, CutPart::weight);
    private final Recent<Object, String[]> unpacked = new Recent<>(BLOCKS_UNPACKED);
    private final Recent<Position, Cut<S>> ofPositions = new Recent<>(REMEMBERED);

    Cuts(EntityKind<S, ?> kind, Archive archive) {
        this.kind = kind;
        this.archive = archive;
        this.json = new StateJson<>(kind.projection().state());
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int version() {
        return kind.projection().version() * 100 + FORMAT;
    }

    /** All entities as they were when the log stood at a position. */
    Cut<S> at(Position position) {
        return ofPositions.get(position, this::putTogether);
    }

    private Cut<S> putTogether(Position position) {
        long segments = Math.min(Archive.segmentsUpTo(position), archive.segments());
        Position end = Archive.endOf(segments - 1);
        if (position.value() - end.value() > LONGEST_TAIL) {
            throw new Rejection(
                    RejectionCode.UNAVAILABLE, "the past is being kept anew; try again later");
        }
        Cut<S> base = atEndOf(segments - 1);
        if (!position.isAfter(end)) {
            return base;
        }
        return base.with(folded(base, archive.events(end, position)));
    }

    /** A state of the entity that is not newer and needs no events; null when there is none. */
    Stored<S> notAfter(String id, Position position) {
        long segments = Math.min(Archive.segmentsUpTo(position), archive.segments());
        return atEndOf(segments - 1).find(id).orElse(null);
    }

    private Cut<S> atEndOf(long segment) {
        return segment == NOTHING ? Cut.empty(json) : ofSegments.get(segment, this::read);
    }

    private Cut<S> read(long segment) {
        Document last = kept(segment);
        long base = last.getLong(BASE);
        var entries = new ArrayList<CutEntry>();
        for (int part = 0; base != NOTHING && part < last.getInteger(PARTS); part++) {
            entries.addAll(part(idOf(base) + "/" + part));
        }
        long next = base + 1;
        while (next <= segment) {
            long span = spanFrom(next, segment);
            next += span;
            entries.addAll(part(idOf(next - 1) + suffix(span)));
        }
        return Cut.empty(json).with(entries);
    }

    private List<CutEntry> part(String id) {
        return parts.get(id, it -> CutPart.read(found(it), unpacked)).entries();
    }

    /** The longest run of segments from one on, not beyond another, that is kept as one. */
    private static long spanFrom(long segment, long last) {
        for (long span : SPANS) {
            if (segment % span == 0 && segment + span - 1 <= last) {
                return span;
            }
        }
        return 1;
    }

    private static String suffix(long span) {
        return span == 1 ? "" : "+" + span;
    }

    private Document kept(long segment) {
        return found(idOf(segment));
    }

    private Document found(String id) {
        Document document = archive.find(id);
        if (document == null) {
            throw new Rejection(
                    RejectionCode.UNAVAILABLE, "the past is being kept anew; try again later");
        }
        return document;
    }

    private String idOf(long segment) {
        return kind.name() + "/" + segment;
    }

    private List<CutEntry> folded(Cut<S> before, List<LoggedEvent> events) {
        var states = new HashMap<String, Stored<S>>();
        for (LoggedEvent event : events) {
            if (kind.isOf(event)) {
                String id = kind.idOf(event);
                Stored<S> state = states.get(id);
                if (state == null && event.sequence() > 0) {
                    state = before.find(id).orElse(null);
                }
                states.put(id, kind.evolve(state, event));
            }
        }
        return states.values().stream().map(this::entry).toList();
    }

    private CutEntry entry(Stored<S> stored) {
        Fields fields = Fields.of(kind.projection().fields().apply(stored.state()));
        String text = json.write(stored.state());
        return new CutEntry(stored.id(), stored.sequence(), stored.position(), fields, () -> text);
    }

    private static List<CutEntry> since(Cut<?> cut, long segment) {
        var end = Archive.endOf(segment);
        return cut.entries().stream().filter(it -> it.position().isAfter(end)).toList();
    }

    @Override
    public List<Document> of(long segment, List<LoggedEvent> events) {
        Cut<S> before = atEndOf(segment - 1);
        List<CutEntry> touched = folded(before, events);
        Cut<S> after = before.with(touched);
        Document previous = segment == 0 ? null : kept(segment - 1);
        long base = previous == null ? NOTHING : previous.getLong(BASE);
        int count = previous == null ? 0 : previous.getInteger(PARTS);
        int since = touched.size() + (previous == null ? 0 : previous.getInteger(SINCE));
        var documents = new ArrayList<Document>();
        if (since >= Math.max(after.size(), LEAST_FULL)) {
            List<CutEntry> all = List.copyOf(after.entries());
            count = 0;
            for (int first = 0; first < all.size(); first += LARGEST_PART) {
                int end = Math.min(all.size(), first + LARGEST_PART);
                String id = idOf(segment) + "/" + count++;
                documents.add(CutPart.write(id, all.subList(first, end)));
            }
            base = segment;
            since = 0;
        }
        Document delta =
                CutPart.write(idOf(segment), touched)
                        .append(BASE, base)
                        .append(PARTS, count)
                        .append(SINCE, since);
        documents.add(delta);
        for (long span : SPANS) {
            if ((segment + 1) % span == 0) {
                documents.add(
                        CutPart.write(idOf(segment) + suffix(span), since(after, segment - span)));
            }
        }
        ofSegments.put(segment, before.with(CutPart.read(delta, unpacked).entries()));
        return documents;
    }
}
