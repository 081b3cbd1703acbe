package dev.aiwm.query.past;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.identity.Caller;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one kind of entity was: its events folded up to a place in the log. */
public final class Past<S> {
    private static final Position EVER = new Position(Long.MAX_VALUE);
    private static final int PART = 500;

    private final EntityKind<S, ?> kind;
    private final Streams streams;

    Past(EntityKind<S, ?> kind, Streams streams) {
        this.kind = kind;
        this.streams = streams;
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
        return kind.stream().apply(id).map(stream -> fold(stream, position));
    }

    private Stored<S> fold(String stream, Position position) {
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
        }
    }

    /** What happened to an entity from a place in its stream on, at most so many events. */
    public List<Step<S>> steps(String id, long firstSequence, int limit) {
        return kind.stream()
                .apply(id)
                .map(stream -> stepsOf(stream, firstSequence, limit))
                .orElse(List.of());
    }

    private List<Step<S>> stepsOf(String stream, long firstSequence, int limit) {
        List<LoggedEvent> events = streams.read(stream, firstSequence, limit);
        if (events.isEmpty()) {
            return List.of();
        }
        LoggedEvent first = streams.located(events.get(0));
        Stored<S> state =
                firstSequence == 0
                        ? null
                        : fold(stream, new Position(first.position().value() - 1));
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
