package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.ProofLine.End;
import dev.aiwm.contracts.proof.ProofLine.Entry;
import dev.aiwm.contracts.proof.ProofLine.Head;
import dev.aiwm.contracts.proof.ProofLine.Sealed;
import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Log and chain side by side, as they stand at this moment, page by page. */
final class LogLines {
    private static final int PAGE = 500;

    private final EventLog log;
    private final ProofStore store;
    private final ProofKeys keys;
    private final Clock clock;

    LogLines(EventLog log, ProofStore store, ProofKeys keys, Clock clock) {
        this.log = log;
        this.store = store;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param start the checkpoint to begin behind, or null for the beginning
     */
    void forEach(Checkpoint start, Consumer<ProofLine> lines) {
        int checkpoints = store.lastCheckpoint();
        long linkedTo = store.linkedTo();
        long end = Math.max(linkedTo, log.head().value());
        long position = start == null ? 0 : start.to();
        int sealed = start == null ? 0 : start.number();
        lines.accept(
                new Head(Head.VERSION, clock.instant().toString(), start, keys.believed().texts()));
        var links = new Links(position, linkedTo);
        var events = new Events(position, end);
        Checkpoint next = store.checkpoint(sealed + 1).orElse(null);
        while (links.hasNext() || events.hasNext()) {
            Entry entry = entry(links, events);
            lines.accept(entry);
            long at = entry.link() == null ? Long.MAX_VALUE : entry.link().position();
            while (next != null && sealed < checkpoints && next.to() <= at) {
                lines.accept(new Sealed(next));
                sealed++;
                next = store.checkpoint(sealed + 1).orElse(null);
            }
        }
        while (next != null && sealed < checkpoints) {
            lines.accept(new Sealed(next));
            sealed++;
            next = store.checkpoint(sealed + 1).orElse(null);
        }
        lines.accept(new End(linkedTo, checkpoints));
    }

    private static Entry entry(Links links, Events events) {
        long linkAt = links.hasNext() ? links.peek().position() : Long.MAX_VALUE;
        long eventAt = events.hasNext() ? events.peek().position() : Long.MAX_VALUE;
        return new Entry(
                linkAt <= eventAt ? links.next() : null, eventAt <= linkAt ? events.next() : null);
    }

    /** Pages behind a place, up to an end. */
    private abstract static class Pages<T> {
        private final long end;
        private long after;
        private Iterator<T> page = List.<T>of().iterator();
        private T upcoming;
        private boolean over;

        private Pages(long after, long end) {
            this.after = after;
            this.end = end;
        }

        abstract List<T> read(long from, int limit);

        abstract long positionOf(T item);

        final boolean hasNext() {
            if (upcoming == null && !over) {
                advance();
            }
            return upcoming != null;
        }

        private void advance() {
            if (!page.hasNext()) {
                page = read(after, PAGE).iterator();
            }
            T candidate = page.hasNext() ? page.next() : null;
            if (candidate == null || positionOf(candidate) > end) {
                over = true;
                return;
            }
            after = positionOf(candidate);
            upcoming = candidate;
        }

        final T peek() {
            return upcoming;
        }

        final T next() {
            T item = upcoming;
            upcoming = null;
            return item;
        }
    }

    private final class Links extends Pages<Link> {
        private Links(long after, long end) {
            super(after, end);
        }

        @Override
        List<Link> read(long from, int limit) {
            return store.links(from, limit);
        }

        @Override
        long positionOf(Link link) {
            return link.position();
        }
    }

    private final class Events extends Pages<StoredEvent> {
        private Events(long after, long end) {
            super(after, end);
        }

        @Override
        List<StoredEvent> read(long from, int limit) {
            return log.readStored(new Position(from), limit);
        }

        @Override
        long positionOf(StoredEvent event) {
            return event.position();
        }
    }
}
