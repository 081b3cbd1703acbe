package dev.aiwm.query.past;

import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.StateJson;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entities of a kind as they were at one place of the log; it answers as a read model does. */
final class Cut<S> implements ReadModel<S> {
    private final Map<String, CutEntry> entries;
    private final StateJson<S> json;

    private Cut(Map<String, CutEntry> entries, StateJson<S> json) {
        this.entries = entries;
        this.json = json;
    }

    static <S> Cut<S> empty(StateJson<S> json) {
        return new Cut<>(Map.of(), json);
    }

    /** With what came later. */
    Cut<S> with(Collection<CutEntry> later) {
        if (later.isEmpty()) {
            return this;
        }
        var all = new HashMap<String, CutEntry>((entries.size() + later.size()) * 2);
        all.putAll(entries);
        later.forEach(entry -> all.put(entry.id(), entry));
        return new Cut<>(all, json);
    }

    Collection<CutEntry> entries() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    private Stored<S> stored(CutEntry entry) {
        return new Stored<>(
                entry.id(), entry.sequence(), entry.position(), json.read(entry.text().get()));
    }

    @Override
    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(this::stored);
    }

    /** The past does not change. */
    @Override
    public Optional<Stored<S>> findOrAwait(String id, Duration patience) {
        return find(id);
    }

    @Override
    public Optional<Stored<S>> findAtLeast(String id, long version, Duration patience) {
        return find(id).filter(stored -> stored.sequence() >= version);
    }

    @Override
    public List<Stored<S>> find(Bson filter, Bson sort, int skip, int limit) {
        return entries.values().stream()
                .filter(Filter.of(filter))
                .sorted(Filter.order(sort))
                .skip(skip)
                .limit(limit)
                .map(this::stored)
                .toList();
    }

    @Override
    public long count(Bson filter) {
        return entries.values().stream().filter(Filter.of(filter)).count();
    }
}
