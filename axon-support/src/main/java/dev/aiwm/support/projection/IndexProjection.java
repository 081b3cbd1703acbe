package dev.aiwm.support.projection;

import static java.util.Objects.requireNonNull;

import dev.aiwm.support.log.LoggedEvent;

import java.util.List;

/**
 * A collection of small documents that events put and remove: what waits to be sent, what is due.
 *
 * <p>The handler gets every event of the families, in the order of each aggregate; those of
 * different aggregates may come in any order and at once. After a crash a part of the log is
 * handled again, so that a removed document may be back for a moment until its removal is handled
 * again. The handler must derive what it writes from the event alone.
 *
 * @param name of the index, for ever
 * @param version to be raised when the handler writes something else than before
 * @param families the sealed interfaces of its events
 */
public record IndexProjection(
        String name,
        int version,
        List<Class<?>> families,
        Handler handler,
        List<CollectionIndex> indexes) {
    public IndexProjection {
        requireNonNull(name, "name is null");
        families = List.copyOf(families);
        requireNonNull(handler, "handler is null");
        indexes = List.copyOf(indexes);
    }

    /** Says what an event changes in the index. */
    @FunctionalInterface
    public interface Handler {
        void on(LoggedEvent event, IndexWrites writes);
    }
}
