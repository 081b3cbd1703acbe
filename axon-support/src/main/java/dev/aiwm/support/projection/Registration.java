package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;

import dev.aiwm.support.log.Position;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A projection of this process: what it is, what runs of it, and what answers. */
final class Registration {
    private final String name;
    private final int version;
    private final List<Class<?>> families;
    private final List<CollectionIndex> indexes;
    private final Pace pace;
    private final BiFunction<
                    MongoCollection<Document>, Consumer<Map<String, Document>>, BatchWriter>
            writer;
    private final List<Consumer<Map<String, Document>>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Integer, Generation> running = new ConcurrentSkipListMap<>();
    private volatile Generation active;

    Registration(
            String name,
            int version,
            List<Class<?>> families,
            List<CollectionIndex> indexes,
            Pace pace,
            BiFunction<MongoCollection<Document>, Consumer<Map<String, Document>>, BatchWriter>
                    writer) {
        this.name = name;
        this.version = version;
        this.families = families;
        this.indexes = indexes;
        this.pace = pace;
        this.writer = writer;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }

    List<Class<?>> families() {
        return families;
    }

    List<CollectionIndex> indexes() {
        return indexes;
    }

    Pace pace() {
        return pace;
    }

    BatchWriter writerOf(MongoCollection<Document> collection, int generation) {
        return writer.apply(
                collection,
                documents -> {
                    Generation answering = active;
                    if (answering != null && answering.number() == generation) {
                        listeners.forEach(listener -> listener.accept(documents));
                    }
                });
    }

    /** Tells of the documents that the answering collection now has, by their ids. */
    void onWritten(Consumer<Map<String, Document>> listener) {
        listeners.add(listener);
    }

    /** The generations that this process runs, oldest first; for the keeper's thread only. */
    Map<Integer, Generation> running() {
        return running;
    }

    void activate(Generation generation) {
        active = generation;
    }

    Generation active() {
        return active;
    }

    /** Up to where the log is in what answers. */
    Position position() {
        Generation answering = active;
        return answering == null ? Position.START : answering.position();
    }

    /** By the count command: the driver's own way is an aggregation, which looks at more. */
    long count(Bson filter) {
        Document answer = active().count(filter);
        return ((Number) answer.get("n")).longValue();
    }

    MongoCollection<Document> collection() {
        Generation answering = active;
        if (answering == null) {
            throw new IllegalStateException("projection " + name + " has not been started");
        }
        return answering.collection();
    }
}
