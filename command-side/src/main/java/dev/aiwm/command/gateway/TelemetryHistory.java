package dev.aiwm.command.gateway;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.contracts.telemetry.Resolution;
import dev.aiwm.contracts.telemetry.TelemetryMean;
import dev.aiwm.contracts.telemetry.TelemetryPoint;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes figures over time: for a day as they come, for a month as means of five minutes. Figures
 * that come more often than they are kept are left; means that were not complete when the program
 * ended are lost.
 */
final class TelemetryHistory {
    private static final Logger LOGGER = LoggerFactory.getLogger(TelemetryHistory.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final int MOST_SUBJECTS = 200_000;

    private final MongoCollection<Document> collection;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** What is known of a node or resource between two of its points. */
    private static final class Subject {
        private Instant last = Instant.MIN;
        private TelemetryMean mean;
    }

    /** Points for one document. */
    private record Waiting(Instant until, List<String> points) {}

    TelemetryHistory(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** Dated by our clock: a node's own may be wrong. */
    synchronized void measured(NodeId nodeId, NodeMetrics metrics, Instant at) {
        add(
                Resolution.ofNode(nodeId.value()),
                TelemetryPoint.of(at, metrics.host(), metrics.gpuDevices()));
        for (ResourceSample sample : metrics.resources()) {
            add(Resolution.ofResource(sample.resourceId().value()), TelemetryPoint.of(at, sample));
        }
    }

    private void add(String name, TelemetryPoint point) {
        if (subjects.size() > MOST_SUBJECTS) {
            subjects.clear();
        }
        Subject subject = subjects.computeIfAbsent(name, unused -> new Subject());
        Instant step = Resolution.FINE.floor(point.at());
        if (point.values().isEmpty() || !step.isAfter(subject.last)) {
            return;
        }
        subject.last = step;
        write(name, Resolution.FINE, point);
        Instant window = Resolution.COARSE.floor(point.at());
        if (subject.mean != null && !subject.mean.from().equals(window)) {
            write(name, Resolution.COARSE, subject.mean.point());
            subject.mean = null;
        }
        if (subject.mean == null) {
            subject.mean = new TelemetryMean(window);
        }
        subject.mean.add(point);
    }

    private void write(String name, Resolution resolution, TelemetryPoint point) {
        waiting.computeIfAbsent(
                        resolution.documentId(name, point.at()),
                        id -> new Waiting(resolution.until(point.at()), new ArrayList<>()))
                .points()
                .add(JSON.writeValueAsString(point));
    }

    void flush() {
        List<WriteModel<Document>> writes = new ArrayList<>();
        synchronized (this) {
            waiting.forEach(
                    (id, points) ->
                            writes.add(
                                    new UpdateOneModel<>(
                                            Filters.eq("_id", id), pushing(points), UPSERT)));
            waiting.clear();
        }
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, UNORDERED);
        } catch (RuntimeException e) {
            LOGGER.warn("Figures of {} subjects are lost", writes.size(), e);
        }
    }

    private static Bson pushing(Waiting points) {
        return Updates.combine(
                Updates.pushEach(Resolution.POINTS, points.points()),
                Updates.set(Resolution.UNTIL, Date.from(points.until())));
    }

    /** Deletes what is older than is kept. */
    void forgetOld(Instant now) {
        collection.deleteMany(Filters.lt(Resolution.UNTIL, Date.from(now)));
    }
}
