package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;
import org.bson.types.Binary;

import java.util.HashMap;
import java.util.Map;

/** The stored tokens of projections, read without claiming them. */
final class StoredTokens {
    private final MongoCollection<Document> collection;
    private final Serializer serializer;

    StoredTokens(MongoCollection<Document> collection, Serializer serializer) {
        this.collection = collection;
        this.serializer = serializer;
    }

    /** Where each segment of a processor stands. */
    Map<Integer, Position> positions(String processor) {
        var positions = new HashMap<Integer, Position>();
        for (Document token : collection.find(Filters.eq("processorName", processor))) {
            positions.put(token.getInteger("segment"), position(token));
        }
        return positions;
    }

    private Position position(Document token) {
        Binary bytes = token.get("token", Binary.class);
        if (bytes == null) {
            return Position.START;
        }
        TrackingToken stored =
                serializer.deserialize(
                        new SimpleSerializedObject<>(
                                bytes.getData(),
                                byte[].class,
                                new SimpleSerializedType(token.getString("tokenType"), null)));
        return LoggedEvents.positionOf(stored);
    }

    static Position positionOf(EventTrackerStatus status) {
        return LoggedEvents.positionOf(status.getTrackingToken());
    }

    void delete(String processor) {
        collection.deleteMany(Filters.eq("processorName", processor));
    }
}
