package dev.aiwm.support.projection;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.EventFacts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A read model with one document per aggregate, whose state is the fold of the aggregate's events.
 *
 * @param name of the read model, for ever
 * @param version to be raised when the fold, the state or the fields change what is stored: at the
 *     next start a new collection is built beside the old one and takes its place
 * @param family the sealed interface of its events
 * @param state what the events of one aggregate add up to
 * @param id the document's {@code _id} of an event
 * @param fold the pure function from the contracts
 * @param fields what lists filter and sort by: names without dots, values that MongoDB knows
 * @param indexes of the collection
 */
public record FoldProjection<S, E>(
        String name,
        int version,
        Class<E> family,
        Class<S> state,
        Function<E, String> id,
        Evolution<S, E> fold,
        Function<S, Map<String, Object>> fields,
        List<CollectionIndex> indexes) {
    public FoldProjection {
        requireNonNull(name, "name is null");
        requireNonNull(family, "family is null");
        requireNonNull(state, "state is null");
        requireNonNull(id, "id is null");
        requireNonNull(fold, "fold is null");
        requireNonNull(fields, "fields is null");
        indexes = List.copyOf(indexes);
    }

    /** A fold's {@code evolve}; {@code before} is null for the first event. */
    @FunctionalInterface
    public interface Evolution<S, E> {
        S evolve(S before, E event, EventFacts facts);
    }
}
