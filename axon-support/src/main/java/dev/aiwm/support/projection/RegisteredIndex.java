package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.bson.Document;

import java.util.Collection;
import java.util.function.Consumer;

/** The index of whichever collection answers. */
final class RegisteredIndex implements IndexModel {
    private final Registration projection;
    private final EventLog log;

    RegisteredIndex(Registration projection, EventLog log) {
        this.projection = projection;
        this.log = log;
    }

    @Override
    public MongoCollection<Document> collection() {
        return projection.collection();
    }

    @Override
    public void onPut(Consumer<Collection<Document>> listener) {
        projection.onWritten(
                documents -> {
                    if (!documents.isEmpty()) {
                        listener.accept(documents.values());
                    }
                });
    }

    @Override
    public Position position() {
        return projection.position();
    }

    @Override
    public long lag() {
        Position head = log.head();
        return Projections.lag(head, position());
    }
}
