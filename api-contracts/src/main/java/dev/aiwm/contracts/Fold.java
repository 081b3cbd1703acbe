package dev.aiwm.contracts;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * A pure function from events to a state, put together from one step per event type. A fold is
 * total: it cannot be made while an event of its sealed family has no step.
 */
public final class Fold<S, E> {
    /** What one type of event does to a state; {@code before} is null for the first event. */
    @FunctionalInterface
    public interface Step<S, T> {
        S apply(S before, T event, EventFacts facts);
    }

    private final Map<Class<?>, Step<S, E>> steps;

    private Fold(Map<Class<?>, Step<S, E>> steps) {
        this.steps = steps;
    }

    public static <S, E> Builder<S, E> over(Class<E> family) {
        return new Builder<>(family);
    }

    public S evolve(S before, E event, EventFacts facts) {
        var step = steps.get(event.getClass());
        if (step == null) {
            throw new IllegalArgumentException("not an event of this fold: " + event.getClass());
        }
        return step.apply(before, event, facts);
    }

    /** Collects the steps of a fold. */
    public static final class Builder<S, E> {
        private final Class<E> family;
        private final Map<Class<?>, Step<S, E>> steps = new HashMap<>();

        private Builder(Class<E> family) {
            this.family = family;
        }

        public <T extends E> Builder<S, E> on(Class<T> type, Step<S, T> step) {
            steps.put(type, (before, event, facts) -> step.apply(before, type.cast(event), facts));
            return this;
        }

        public Fold<S, E> total() {
            var missing = new TreeSet<String>();
            for (Class<?> type : family.getPermittedSubclasses()) {
                if (!steps.containsKey(type)) {
                    missing.add(type.getSimpleName());
                }
            }
            if (!missing.isEmpty()) {
                throw new IllegalStateException("no step for " + missing);
            }
            return new Fold<>(Map.copyOf(steps));
        }
    }
}
