package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import dev.aiwm.support.log.Position;

import org.axonframework.eventhandling.EventTrackerStatus;
import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.Map;

/** One collection of a read model and the processor that writes it. */
final class Generation {
    private final int number;
    private final MongoDatabase database;
    private final MongoCollection<Document> collection;
    private final ProjectionProcessor processor;
    private final WatchedSource source;
    private final StoredTokens tokens;

    Generation(
            int number,
            MongoDatabase database,
            MongoCollection<Document> collection,
            ProjectionProcessor processor,
            WatchedSource source,
            StoredTokens tokens) {
        this.number = number;
        this.database = database;
        this.collection = collection;
        this.processor = processor;
        this.source = source;
        this.tokens = tokens;
    }

    int number() {
        return number;
    }

    MongoCollection<Document> collection() {
        return collection;
    }

    Document count(Bson filter) {
        return database.runCommand(
                new Document("count", collection.getNamespace().getCollectionName())
                        .append("query", filter.toBsonDocument()));
    }

    void start() {
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    /** Up to where the log is in the collection, whichever replica wrote it. */
    Position position() {
        Map<Integer, Position> stored = tokens.positions(processor.getName());
        if (stored.isEmpty()) {
            return Position.START;
        }
        Map<Integer, EventTrackerStatus> own = processor.processingStatus();
        long least = Long.MAX_VALUE;
        for (Map.Entry<Integer, Position> segment : stored.entrySet()) {
            EventTrackerStatus status = own.get(segment.getKey());
            long position = segment.getValue().value();
            if (status != null) {
                position = Math.max(position, StoredTokens.positionOf(status).value());
            }
            least = Math.min(least, position);
        }
        return new Position(least);
    }

    /** Whether this process, which writes all of it, has nothing more to write up to a place. */
    boolean hasReached(Position place) {
        Map<Integer, EventTrackerStatus> own = processor.processingStatus();
        return !own.isEmpty()
                && own.values().stream()
                        .allMatch(
                                status ->
                                        own.size() > status.getSegment().getMask()
                                                && StoredTokens.positionOf(status).value()
                                                        >= place.value());
    }

    /** Somebody waits for it. */
    void hurry() {
        source.hurry();
    }

    /** Why it does not go on in this process, or null. */
    String error() {
        Throwable failure = source.failure() == null ? processor.failure() : source.failure();
        return failure == null ? null : String.valueOf(failure.getMessage());
    }

    long handled() {
        return processor.handled();
    }
}
