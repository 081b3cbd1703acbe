package dev.aiwm.command.gateway;

import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeFenced;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.projection.IndexModel;
import dev.aiwm.support.projection.IndexProjection;
import dev.aiwm.support.projection.IndexWrites;

import org.bson.Document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nodes that count as online: connected once and not fenced since, whoever serves them. */
final class OnlineNodes {
    private static final String EPOCH = "epoch";
    private static final String SINCE = "since";

    private final IndexModel index;

    OnlineNodes(IndexModel index) {
        this.index = index;
    }

    record Online(String nodeId, long epoch, Instant since) {}

    static IndexProjection definition() {
        return new IndexProjection(
                "online-nodes", 1, List.of(NodeEvent.class), OnlineNodes::on, List.of());
    }

    static void on(LoggedEvent logged, IndexWrites writes) {
        if (logged.payload() instanceof NodeConnected connected) {
            writes.put(
                    connected.nodeId().value(),
                    Map.of(EPOCH, connected.epoch(), SINCE, logged.timestamp().toEpochMilli()));
        } else if (logged.payload() instanceof NodeFenced fenced) {
            writes.remove(fenced.nodeId().value());
        } else if (logged.payload() instanceof NodeRemoved removed) {
            writes.remove(removed.nodeId().value());
        }
    }

    List<Online> all() {
        var online = new ArrayList<Online>();
        for (Document found : index.collection().find()) {
            online.add(
                    new Online(
                            found.getString("_id"),
                            found.getLong(EPOCH),
                            Instant.ofEpochMilli(found.getLong(SINCE))));
        }
        return online;
    }
}
