package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.bson.Document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Folds a batch in memory and writes each document once. States come from the cache, or from one
 * read for the whole batch; a document whose events do not follow on is folded anew from its
 * stream.
 */
final class FoldWriter<S, E> implements BatchWriter {
    private static final int REMEMBERED = 2_000;

    private final FoldProjection<S, E> projection;
    private final MongoCollection<Document> collection;
    private final EventLog log;
    private final Consumer<Map<String, Document>> written;
    private final StateDocuments<S> documents;
    private final RecentStates<S> recent = new RecentStates<>(REMEMBERED);

    FoldWriter(
            FoldProjection<S, E> projection,
            MongoCollection<Document> collection,
            EventLog log,
            Consumer<Map<String, Document>> written) {
        this.projection = projection;
        this.collection = collection;
        this.log = log;
        this.written = written;
        this.documents = new StateDocuments<>(projection.state(), projection.fields());
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a fold that changes nothing returns what it was given
    public void write(List<LoggedEvent> batch) {
        var byId = new LinkedHashMap<String, List<LoggedEvent>>();
        for (LoggedEvent event : batch) {
            byId.computeIfAbsent(idOf(event), id -> new ArrayList<>(4)).add(event);
        }
        Map<String, Stored<S>> before = statesBefore(byId);
        var changed = new ArrayList<Stored<S>>(byId.size());
        byId.forEach(
                (id, events) -> {
                    Stored<S> old = before.get(id);
                    Stored<S> folded = fold(id, old, events);
                    if (folded != old) {
                        changed.add(folded);
                    }
                });
        store(changed, before.keySet());
    }

    private String idOf(LoggedEvent event) {
        return projection.id().apply(projection.family().cast(event.payload()));
    }

    private Map<String, Stored<S>> statesBefore(Map<String, List<LoggedEvent>> byId) {
        var states = new LinkedHashMap<String, Stored<S>>();
        var unknown = new ArrayList<String>();
        byId.forEach(
                (id, events) -> {
                    Stored<S> state = recent.get(id);
                    if (state != null) {
                        states.put(id, state);
                    } else if (events.get(0).sequence() > 0) {
                        unknown.add(id);
                    }
                });
        if (!unknown.isEmpty()) {
            for (Document document : collection.find(Filters.in("_id", unknown))) {
                Stored<S> state = documents.read(document);
                states.put(state.id(), state);
            }
        }
        return states;
    }

    private Stored<S> fold(String id, Stored<S> before, List<LoggedEvent> events) {
        Stored<S> state = before;
        for (LoggedEvent event : events) {
            long last = state == null ? -1 : state.sequence();
            if (event.sequence() > last + 1) {
                return foldAnew(id, event);
            }
            if (event.sequence() > last) {
                state = evolve(id, state, event, event.position());
            }
        }
        return state;
    }

    /** Not every store tells the positions of a single stream: then it is that of the reason. */
    private Stored<S> foldAnew(String id, LoggedEvent reason) {
        Stored<S> state = null;
        for (LoggedEvent event : log.readAggregate(reason.aggregateId())) {
            if (projection.family().isInstance(event.payload())) {
                var known = event.position() == null ? reason.position() : event.position();
                state = evolve(id, state, event, known);
            }
        }
        return state;
    }

    private Stored<S> evolve(String id, Stored<S> before, LoggedEvent event, Position position) {
        S state =
                projection
                        .fold()
                        .evolve(
                                before == null ? null : before.state(),
                                projection.family().cast(event.payload()),
                                new EventFacts(event.sequence(), event.timestamp()));
        return new Stored<>(id, event.sequence(), position, state);
    }

    private void store(List<Stored<S>> changed, Set<String> known) {
        var stored = new ArrayList<Document>(changed.size());
        for (Stored<S> state : changed) {
            stored.add(documents.write(state));
        }
        Set<Integer> stale = GuardedWrites.bring(collection, stored, known, "sequence");
        var now = new HashMap<String, Document>();
        for (int i = 0; i < changed.size(); i++) {
            Stored<S> state = changed.get(i);
            if (stale.contains(i)) {
                recent.remove(state.id());
            } else {
                recent.put(state);
                now.put(state.id(), stored.get(i));
            }
        }
        written.accept(now);
    }

    @Override
    public void forget() {
        recent.clear();
    }
}
