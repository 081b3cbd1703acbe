package dev.aiwm.support.log;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.Fold;
import dev.aiwm.contracts.proof.StoredEvent;

import java.time.Instant;
import java.util.List;

/**
 * Reads the one ordered log of all events. As-of reads, history, streams, audit and rebuilds use
 * it; nothing else reads the event store's tables. Reading has no side effect and may be repeated;
 * what was read once is the same for ever, apart from upcasters.
 */
public interface EventLog {

    /** The position of the newest event; {@link Position#START} of an empty log. */
    Position head();

    /** The next events after a position, in order, at most {@code limit} of them. */
    List<LoggedEvent> read(Position after, int limit);

    /**
     * The same events exactly as they are stored, whatever this program makes of them; also those
     * that it does not know.
     */
    List<StoredEvent> readStored(Position after, int limit);

    /**
     * All events of one aggregate from its first, also those that a snapshot covers.
     *
     * @param aggregateId the name of the stream, as the id's {@code toString()} prints it
     */
    List<LoggedEvent> readAggregate(String aggregateId);

    /** What an aggregate is by its own events; null when it has none of this family. */
    default <S, E> S fold(Object id, Class<E> family, Fold.Step<S, E> step) {
        return fold(id, family, step, Long.MAX_VALUE);
    }

    /** What it was right after the event of that sequence. */
    default <S, E> S fold(Object id, Class<E> family, Fold.Step<S, E> step, long lastSequence) {
        List<LoggedEvent> events =
                readAggregate(id.toString()).stream()
                        .filter(event -> event.sequence() <= lastSequence)
                        .toList();
        return fold(null, events, family, step);
    }

    /** What something becomes by further events, those of other families left aside. */
    static <S, E> S fold(
            S before, List<LoggedEvent> events, Class<E> family, Fold.Step<S, E> step) {
        S state = before;
        for (LoggedEvent event : events) {
            if (family.isInstance(event.payload())) {
                var facts = new EventFacts(event.sequence(), event.timestamp());
                state = step.apply(state, family.cast(event.payload()), facts);
            }
        }
        return state;
    }

    /**
     * The next events of one aggregate from a place in its stream on, at most {@code limit} of
     * them.
     */
    default List<LoggedEvent> readAggregate(String aggregateId, long firstSequence, int limit) {
        return readAggregate(aggregateId).stream()
                .filter(event -> event.sequence() >= firstSequence)
                .limit(limit)
                .toList();
    }

    /**
     * Where the log stood at an instant: the last position before the first event that is later.
     * Clocks of several machines differ by a little, so timestamps need not grow with positions;
     * this answer does grow with the instant.
     */
    Position positionAt(Instant instant);
}
