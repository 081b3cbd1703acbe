package dev.aiwm.command.gateway;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerLogLines;
import dev.aiwm.contracts.protocol.LogLine;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * The last lines of objects that are gone, kept for a while. Each node writes only of its own: what
 * another node says about a resource is not found when it is asked for.
 */
public final class KeptLogs {
    private static final Logger LOGGER = LoggerFactory.getLogger(KeptLogs.class);
    private static final Duration KEPT_FOR = Duration.ofDays(30);
    private static final String KEPT_AT = "keptAt";
    private static final String LINES = "lines";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MongoCollection<Document> collection;
    private final Clock clock;

    KeptLogs(MongoCollection<Document> collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    void keep(NodeId nodeId, ContainerLogLines last) {
        var document =
                new Document("_id", key(nodeId, last.resourceId()))
                        .append(KEPT_AT, Date.from(clock.instant()))
                        .append(LINES, JSON.writeValueAsString(last));
        try {
            collection.replaceOne(
                    Filters.eq("_id", document.get("_id")),
                    document,
                    new ReplaceOptions().upsert(true));
        } catch (RuntimeException e) {
            LOGGER.warn("The last lines of {} are lost", last.resourceId(), e);
        }
    }

    /** Deletes what was kept for long enough. */
    void forgetOld() {
        var oldest = clock.instant().minus(KEPT_FOR);
        collection.deleteMany(Filters.lt(KEPT_AT, Date.from(oldest)));
    }

    public Optional<List<LogLine>> find(NodeId nodeId, ResourceId resourceId) {
        var document = collection.find(Filters.eq("_id", key(nodeId, resourceId))).first();
        return Optional.ofNullable(document)
                .map(
                        found ->
                                JSON.readValue(found.getString(LINES), ContainerLogLines.class)
                                        .lines());
    }

    private static String key(NodeId nodeId, ResourceId resourceId) {
        return nodeId.value() + "/" + resourceId.value();
    }
}
