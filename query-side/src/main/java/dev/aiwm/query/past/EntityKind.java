package dev.aiwm.query.past;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.FoldProjection;
import dev.aiwm.support.projection.Stored;
import dev.aiwm.web.identity.Caller;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A kind of entity whose past can be read.
 *
 * @param name in the words of the API
 * @param projection its read model, whose fold tells the past too
 * @param stream the name of the stream of events behind an id; empty when the text cannot be an id
 * @param visible whether a caller may know of the entity
 * @param view what the caller is shown of it
 */
public record EntityKind<S, E>(
        String name,
        FoldProjection<S, E> projection,
        Function<String, Optional<String>> stream,
        BiPredicate<S, Caller> visible,
        BiFunction<S, Caller, Object> view) {
    public EntityKind {
        requireNonNull(name, "name is null");
        requireNonNull(projection, "projection is null");
        requireNonNull(stream, "stream is null");
        requireNonNull(visible, "visible is null");
        requireNonNull(view, "view is null");
    }

    boolean isOf(LoggedEvent event) {
        return projection.family().isInstance(event.payload());
    }

    String idOf(LoggedEvent event) {
        return projection.id().apply(projection.family().cast(event.payload()));
    }

    /** A repeated event changes nothing. */
    Stored<S> evolve(Stored<S> before, LoggedEvent event) {
        if (before != null && before.sequence() >= event.sequence()) {
            return before;
        }
        S state =
                projection
                        .fold()
                        .evolve(
                                before == null ? null : before.state(),
                                projection.family().cast(event.payload()),
                                new EventFacts(event.sequence(), event.timestamp()));
        return new Stored<>(idOf(event), event.sequence(), event.position(), state);
    }
}
