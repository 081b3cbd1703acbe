package dev.aiwm.command.gateway;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.NodeMetrics;

import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the latest figures of each node for the queries: soft state, never an event. What comes in
 * between two flushes is overwritten by what comes after it.
 */
final class TelemetryWriter {
    static final String COLLECTION = "node_telemetry";
    private static final Logger LOGGER = LoggerFactory.getLogger(TelemetryWriter.class);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final JsonMapper json;
    private final Map<String, BsonDocument> waiting = new ConcurrentHashMap<>();

    TelemetryWriter(MongoCollection<Document> collection, JsonMapper json) {
        this.collection = collection;
        this.json = json;
    }

    /** The node's own clock may be wrong, so a heartbeat is dated by ours. */
    void heard(NodeId nodeId, Heartbeat heartbeat, Instant at) {
        var fields = new BsonDocument("lastHeartbeat", new BsonDateTime(at.toEpochMilli()));
        fields.put("status", new BsonString(heartbeat.status()));
        fields.put("uptimeSeconds", new BsonInt64(heartbeat.uptimeSeconds()));
        merge(nodeId, fields, at);
    }

    void measured(NodeId nodeId, NodeMetrics metrics, Instant at) {
        String text = json.writeValueAsString(metrics);
        merge(nodeId, new BsonDocument("metrics", BsonDocument.parse(text)), at);
    }

    private void merge(NodeId nodeId, BsonDocument fields, Instant at) {
        fields.put("receivedAt", new BsonDateTime(at.toEpochMilli()));
        waiting.merge(
                nodeId.value(),
                fields,
                (before, now) -> {
                    var both = new BsonDocument();
                    both.putAll(before);
                    both.putAll(now);
                    return both;
                });
    }

    void flush() {
        var writes = new ArrayList<WriteModel<Document>>();
        for (String nodeId : List.copyOf(waiting.keySet())) {
            BsonDocument fields = waiting.remove(nodeId);
            if (fields != null) {
                writes.add(
                        new UpdateOneModel<>(
                                Filters.eq("_id", nodeId),
                                new BsonDocument("$set", fields),
                                UPSERT));
            }
        }
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (RuntimeException e) {
            LOGGER.warn("Telemetry of {} nodes is lost", writes.size(), e);
        }
    }
}
