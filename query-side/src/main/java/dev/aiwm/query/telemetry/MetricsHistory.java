package dev.aiwm.query.telemetry;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.telemetry.MetricsHistoryView;
import dev.aiwm.contracts.telemetry.Resolution;
import dev.aiwm.contracts.telemetry.TelemetryMean;
import dev.aiwm.contracts.telemetry.TelemetryPoint;
import dev.aiwm.query.QuerySide;
import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.Document;
import org.springframework.stereotype.Component;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Figures over time; the gateway writes them. */
@Component
public class MetricsHistory {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final MongoCollection<Document> collection;
    private final Clock clock;

    MetricsHistory(ReadDatabases databases, Clock clock) {
        this.collection = databases.database(QuerySide.NAME).getCollection(Resolution.COLLECTION);
        this.clock = clock;
    }

    public MetricsHistoryView ofNode(String nodeId, String from, String to, String step) {
        return read(nodeId, Resolution.ofNode(nodeId), from, to, step);
    }

    public MetricsHistoryView ofResource(String id, String from, String to, String step) {
        return read(id, Resolution.ofResource(id), from, to, step);
    }

    private MetricsHistoryView read(
            String id, String subject, String from, String to, String step) {
        Span span = Span.of(from, to, step, clock.instant());
        return new MetricsHistoryView(
                id, span.from(), span.to(), span.step().toSeconds(), points(subject, span));
    }

    private List<TelemetryPoint> points(String subject, Span span) {
        var ids = span.resolution().documentIds(subject, span.from(), span.to());
        var found = new ArrayList<TelemetryPoint>();
        for (Document document : collection.find(Filters.in("_id", ids))) {
            for (String json : document.getList(Resolution.POINTS, String.class)) {
                var point = JSON.readValue(json, TelemetryPoint.class);
                if (!point.at().isBefore(span.from()) && !point.at().isAfter(span.to())) {
                    found.add(point);
                }
            }
        }
        if (span.step().equals(span.resolution().step())) {
            found.sort(Comparator.comparing(TelemetryPoint::at));
            return found;
        }
        var means = new TreeMap<Instant, TelemetryMean>();
        for (TelemetryPoint point : found) {
            means.computeIfAbsent(Resolution.floor(point.at(), span.step()), TelemetryMean::new)
                    .add(point);
        }
        return means.values().stream().map(TelemetryMean::point).toList();
    }
}
