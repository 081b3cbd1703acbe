package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.WriteModel;

import dev.aiwm.support.log.LoggedEvent;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects what the events of a batch put and remove, and writes what is left of it. */
final class IndexWriter implements BatchWriter {
    private static final String GUARD = "position";

    private final IndexProjection projection;
    private final MongoCollection<Document> collection;
    private final Consumer<Map<String, Document>> written;

    IndexWriter(
            IndexProjection projection,
            MongoCollection<Document> collection,
            Consumer<Map<String, Document>> written) {
        this.projection = projection;
        this.collection = collection;
        this.written = written;
    }

    @Override
    public void write(List<LoggedEvent> batch) {
        var changes = new Changes();
        for (LoggedEvent event : batch) {
            changes.position = event.position().value();
            projection.handler().on(event, changes);
        }
        written.accept(changes.putUnless(GuardedWrites.write(collection, changes.writes())));
    }

    @Override
    public void forget() {}

    private static final class Changes implements IndexWrites {
        private final Map<String, Document> puts = new LinkedHashMap<>();
        private final List<WriteModel<Document>> removals = new ArrayList<>();
        private long position;

        @Override
        public void put(String id, Map<String, Object> fields) {
            var document = new Document("_id", id);
            document.put(GUARD, position);
            document.putAll(fields);
            puts.put(id, document);
        }

        @Override
        public void remove(String id) {
            puts.remove(id);
            removals.add(new DeleteOneModel<>(olderAnd("_id", id)));
        }

        @Override
        public void removeAll(String field, Object value) {
            puts.values().removeIf(document -> value.equals(document.get(field)));
            removals.add(new DeleteManyModel<>(olderAnd(field, value)));
        }

        private Bson olderAnd(String field, Object value) {
            return GuardedWrites.filter(field, value, GUARD, "$lte", position);
        }

        private List<WriteModel<Document>> writes() {
            var writes = new ArrayList<>(removals);
            puts.values().forEach(document -> writes.add(GuardedWrites.put(document, GUARD)));
            return writes;
        }

        /** What was put, but for the places among the writes that found something newer. */
        private Map<String, Document> putUnless(Set<Integer> stale) {
            var put = new LinkedHashMap<String, Document>();
            int place = removals.size();
            for (var each : puts.entrySet()) {
                if (!stale.contains(place)) {
                    put.put(each.getKey(), each.getValue());
                }
                place++;
            }
            return put;
        }
    }
}
