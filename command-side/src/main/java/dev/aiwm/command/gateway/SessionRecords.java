package dev.aiwm.command.gateway;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;

import dev.aiwm.support.projection.GuardedWrites;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which replica has the session of which node, and when the node was heard last: for the other
 * replicas, and for the one that comes after this. The log decides who has the session, by its
 * epoch; this only says where.
 */
final class SessionRecords {
    private static final Logger LOGGER = LoggerFactory.getLogger(SessionRecords.class);
    private static final String REPLICA = "replica";
    private static final String EPOCH = "epoch";
    private static final String HEARD_AT = "heardAt";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final String replica;

    SessionRecords(MongoCollection<Document> collection, String replica) {
        this.collection = collection;
        this.replica = replica;
    }

    /** Notes when the nodes were heard, where no newer session of theirs is noted. */
    void note(Collection<NodeSession> sessions) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (NodeSession session : sessions) {
            var older =
                    GuardedWrites.filter(
                            "_id", session.nodeId().value(), EPOCH, "$lte", session.epoch());
            writes.add(new UpdateOneModel<>(older, content(session), UPSERT));
        }
        try {
            var unused = GuardedWrites.write(collection, writes);
        } catch (RuntimeException e) {
            LOGGER.warn("Other replicas do not see {} sessions for now", writes.size(), e);
        }
    }

    private Bson content(NodeSession session) {
        return Updates.combine(
                Updates.set(REPLICA, replica),
                Updates.set(EPOCH, session.epoch()),
                Updates.set(HEARD_AT, session.heardAt().toEpochMilli()));
    }

    /** When nodes were heard last, by any replica. */
    Map<String, Instant> heard(Collection<String> nodeIds) {
        var heard = new HashMap<String, Instant>();
        for (Document record : collection.find(Filters.in("_id", nodeIds))) {
            heard.put(record.getString("_id"), Instant.ofEpochMilli(record.getLong(HEARD_AT)));
        }
        return heard;
    }
}
