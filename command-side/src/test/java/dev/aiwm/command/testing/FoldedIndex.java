package dev.aiwm.command.testing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.IndexModel;
import dev.aiwm.support.projection.IndexProjection;
import dev.aiwm.support.projection.IndexWrites;

import org.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An index that a test feeds with events, as often and in such order as it likes. */
public final class FoldedIndex implements IndexModel {
    private final IndexProjection projection;
    private final MongoCollection<Document> collection;
    private final List<Consumer<Collection<Document>>> listeners = new ArrayList<>();
    private final List<LoggedEvent> log = new ArrayList<>();
    private long lag;

    public FoldedIndex(IndexProjection projection, MongoDatabase database) {
        this.projection = projection;
        this.collection = database.getCollection(projection.name());
    }

    /** Something happens, and is folded. */
    public LoggedEvent happened(Object aggregateId, Object event) {
        var logged =
                new LoggedEvent(
                        new Position(log.size() + 1L),
                        null,
                        aggregateId.toString(),
                        0,
                        Instant.EPOCH,
                        "event",
                        event,
                        Map.of("correlationId", "correlation"));
        log.add(logged);
        fold(logged);
        return logged;
    }

    /** Everything from some event on is folded once more, as after a crash. */
    public void foldAgainFrom(int index) {
        log.subList(index, log.size()).forEach(this::fold);
    }

    public void rebuild() {
        collection.deleteMany(new Document());
        foldAgainFrom(0);
    }

    private void fold(LoggedEvent event) {
        var put = new ArrayList<Document>();
        projection.handler().on(event, new Writes(event.position().value(), put));
        if (!put.isEmpty()) {
            listeners.forEach(listener -> listener.accept(put));
        }
    }

    public void lag(long events) {
        lag = events;
    }

    public List<Document> all() {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    @Override
    public MongoCollection<Document> collection() {
        return collection;
    }

    @Override
    public void onPut(Consumer<Collection<Document>> listener) {
        listeners.add(listener);
    }

    @Override
    public Position position() {
        return new Position(log.size());
    }

    @Override
    public long lag() {
        return lag;
    }

    private final class Writes implements IndexWrites {
        private final long position;
        private final List<Document> put;

        private Writes(long position, List<Document> put) {
            this.position = position;
            this.put = put;
        }

        @Override
        public void put(String id, Map<String, Object> fields) {
            var known = collection.find(Filters.eq("_id", id)).first();
            if (known != null && known.getLong("position") >= position) {
                return;
            }
            var document = new Document("_id", id).append("position", position);
            document.putAll(fields);
            collection.replaceOne(
                    Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
            put.add(document);
        }

        @Override
        public void remove(String id) {
            removeAll("_id", id);
        }

        @Override
        public void removeAll(String field, Object value) {
            collection.deleteMany(
                    Filters.and(Filters.eq(field, value), Filters.lte("position", position)));
        }
    }
}
