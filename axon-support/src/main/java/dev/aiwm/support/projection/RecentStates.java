package dev.aiwm.support.projection;

import dev.aiwm.support.MostRecent;

import java.util.Map;

/** The states used last, so that a busy aggregate is not read again for each of its events. */
final class RecentStates<S> {
    private final Map<String, Stored<S>> states;

    RecentStates(int limit) {
        this.states = new MostRecent<>(limit);
    }

    synchronized Stored<S> get(String id) {
        return states.get(id);
    }

    synchronized void put(Stored<S> state) {
        states.put(state.id(), state);
    }

    synchronized void remove(String id) {
        states.remove(id);
    }

    synchronized void clear() {
        states.clear();
    }
}
