package dev.aiwm.query.past;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.identity.Caller;

import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one kind of entity was: its events folded up to a place in the log. */
public final class Past<S> {
    private static final Position EVER = new Position(Long.MAX_VALUE);
    private static final int PART = 500;

    private final EntityKind<S, ?> kind;
    private final Streams streams;
    private final Cuts<S> cuts;

    /**
     * @param cuts null when only single entities are read
     */
    Past(EntityKind<S, ?> kind, Streams streams, Cuts<S> cuts) {
        this.kind = kind;
        this.streams = streams;
        this.cuts = cuts;
    }

    public String name() {
        return kind.name();
    }

    public Object view(S state, Caller caller) {
        return kind.view().apply(state, caller);
    }

    public boolean isVisible(S state, Caller caller) {
        return kind.visible().test(state, caller);
    }

    /** The entity as all of its events make it, when the caller may know of it. */
    public Optional<Stored<S>> visible(String id, Caller caller) {
        return at(id, EVER).filter(stored -> isVisible(stored.state(), caller));
    }

    /** The entity as it was when the log stood at a position; empty before its first event. */
    public Optional<Stored<S>> at(String id, Position position) {
        return kind.stream().apply(id).map(stream -> fold(id, stream, position));
    }

    /** All of them as they were, to be asked as the read model is. */
    public ReadModel<S> all(Position position) {
        if (cuts == null) {
            throw new IllegalStateException("there are no cuts of " + name());
        }
        return cuts.at(position);
    }

    /** How many match, by the values of some fields that lists filter by. */
    public Counts counts(Position position, Bson filter, List<String> fields) {
        var counts = new Counts(fields);
        cuts.at(position).entries().stream().filter(Filter.of(filter)).forEach(counts::add);
        return counts;
    }

    private Stored<S> fold(String id, String stream, Position position) {
        Stored<S> state = null;
        while (true) {
            long next = state == null ? 0 : state.sequence() + 1;
            List<LoggedEvent> part = streams.read(stream, next, PART);
            int wanted = position.equals(EVER) ? part.size() : streams.countUpTo(part, position);
            for (LoggedEvent event : part.subList(0, wanted)) {
                state = kind.evolve(state, event);
            }
            if (wanted < PART) {
                return state;
            }
            state = laterOf(state, id, position);
        }
    }

    /** A long life is not told from its beginning. */
    private Stored<S> laterOf(Stored<S> state, String id, Position position) {
        Stored<S> kept = cuts == null ? null : cuts.notAfter(id, position);
        return kept != null && kept.sequence() > state.sequence() ? kept : state;
    }

    /** What happened to an entity from a place in its stream on, at most so many events. */
    public List<Step<S>> steps(String id, long firstSequence, int limit) {
        return kind.stream()
                .apply(id)
                .map(stream -> stepsOf(id, stream, firstSequence, limit))
                .orElse(List.of());
    }

    private List<Step<S>> stepsOf(String id, String stream, long firstSequence, int limit) {
        List<LoggedEvent> events = streams.read(stream, firstSequence, limit);
        if (events.isEmpty()) {
            return List.of();
        }
        LoggedEvent first = streams.located(events.get(0));
        Stored<S> state =
                firstSequence == 0
                        ? null
                        : fold(id, stream, new Position(first.position().value() - 1));
        var steps = new ArrayList<Step<S>>(events.size());
        for (LoggedEvent event : events) {
            S before = state == null ? null : state.state();
            state = kind.evolve(state, event);
            steps.add(new Step<>(event, before, state.state()));
        }
        return steps;
    }

    public LoggedEvent located(LoggedEvent event) {
        return streams.located(event);
    }
}
