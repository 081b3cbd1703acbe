package dev.aiwm.query.node;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;

import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.query.QuerySide;
import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.springframework.stereotype.Component;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What nodes said of themselves last; the gateway writes it, and it is never an event. */
@Component
class NodeTelemetry {
    static final String COLLECTION = "node_telemetry";
    private static final String LAST_HEARTBEAT = "lastHeartbeat";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .build();
    private static final JsonWriterSettings PLAIN =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final MongoCollection<BsonDocument> collection;

    NodeTelemetry(ReadDatabases databases) {
        this.collection =
                databases.database(QuerySide.NAME).getCollection(COLLECTION, BsonDocument.class);
    }

    /**
     * @param metrics null when the node has sent none
     */
    record Latest(Instant lastHeartbeat, Long uptimeSeconds, NodeMetrics metrics) {}

    Optional<Latest> of(String nodeId) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", nodeId)).first())
                .map(
                        found ->
                                new Latest(
                                        instant(found.get(LAST_HEARTBEAT)),
                                        number(found.get("uptimeSeconds")),
                                        metrics(found.get("metrics"))));
    }

    /** Of those nodes that have ever sent one. */
    Map<String, Instant> lastHeartbeats(Collection<String> nodeIds) {
        var heartbeats = new HashMap<String, Instant>();
        for (BsonDocument found :
                collection
                        .find(Filters.in("_id", nodeIds))
                        .projection(Projections.include(LAST_HEARTBEAT))) {
            Instant at = instant(found.get(LAST_HEARTBEAT));
            if (at != null) {
                heartbeats.put(found.getString("_id").getValue(), at);
            }
        }
        return heartbeats;
    }

    private static NodeMetrics metrics(BsonValue value) {
        if (value == null || value.isNull()) {
            return null;
        }
        String json =
                value.isString() ? value.asString().getValue() : value.asDocument().toJson(PLAIN);
        return JSON.readValue(json, NodeMetrics.class);
    }

    private static Long number(BsonValue value) {
        return value == null || !value.isNumber() ? null : value.asNumber().longValue();
    }

    private static Instant instant(BsonValue value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isDateTime()) {
            return Instant.ofEpochMilli(value.asDateTime().getValue());
        }
        return value.isString()
                ? Instant.parse(value.asString().getValue())
                : Instant.ofEpochMilli(value.asNumber().longValue());
    }
}
