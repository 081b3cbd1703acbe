package dev.aiwm.support.projection;

import com.mongodb.client.MongoCollection;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.projection.ProjectionCheck.Difference;
import dev.aiwm.support.projection.ProjectionCheck.Kind;

import org.bson.BsonDocument;
import org.bson.Document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Compares a collection with what its events add up to, while both go on: each document is compared
 * with the fold of its own events up to the one that it says is its last, and that one may not be
 * older than what the model had when the check began.
 */
final class FoldCheck<S, E> {
    private static final int PAGE = 500;
    private static final int MOST_NAMED = 100;

    private final FoldProjection<S, E> projection;
    private final StateDocuments<S> documents;
    private final EventLog log;

    /** The stream of each document's events, and the last of them up to a position. */
    private final Map<String, Stream> streams = new HashMap<>();

    private final List<Difference> differences = new ArrayList<>();
    private long differing;
    private long compared;

    FoldCheck(FoldProjection<S, E> projection, StateDocuments<S> documents, EventLog log) {
        this.projection = projection;
        this.documents = documents;
        this.log = log;
    }

    private record Stream(String aggregateId, long lastSequence) {}

    ProjectionCheck compare(
            String name, int generation, Position position, MongoCollection<Document> collection) {
        read(Position.START, position, true);
        var absent = new TreeSet<>(streams.keySet());
        var unknown = new ArrayList<Document>();
        for (Document document : collection.find()) {
            String id = document.getString("_id");
            if (streams.containsKey(id)) {
                absent.remove(id);
                compare(id, document);
            } else {
                unknown.add(document);
            }
        }
        if (!unknown.isEmpty()) {
            read(position, log.head(), false);
            unknown.forEach(document -> compare(document.getString("_id"), document));
        }
        absent.forEach(id -> differs(id, Kind.MISSING, List.of()));
        return new ProjectionCheck(name, generation, position, compared, differing, differences);
    }

    private void read(Position after, Position to, boolean binding) {
        Position position = after;
        while (to.isAfter(position)) {
            List<LoggedEvent> events = log.read(position, PAGE);
            if (events.isEmpty()) {
                return;
            }
            for (LoggedEvent event : events) {
                position = event.position();
                if (!position.isAfter(to) && projection.family().isInstance(event.payload())) {
                    note(event, binding);
                }
            }
        }
    }

    private void note(LoggedEvent event, boolean binding) {
        String id = projection.id().apply(projection.family().cast(event.payload()));
        if (binding || !streams.containsKey(id)) {
            streams.put(id, new Stream(event.aggregateId(), binding ? event.sequence() : -1));
        }
    }

    private void compare(String id, Document actual) {
        compared++;
        Stream stream = streams.get(id);
        if (stream == null) {
            differs(id, Kind.EXTRA, List.of());
            return;
        }
        long sequence = actual.getLong("sequence");
        if (sequence < stream.lastSequence()) {
            differs(id, Kind.BEHIND, List.of("sequence"));
            return;
        }
        var written = new Position(actual.getLong("position"));
        Stored<S> folded = fold(id, stream.aggregateId(), sequence, written);
        if (folded == null || folded.sequence() != sequence) {
            differs(id, Kind.EXTRA, List.of("sequence"));
            return;
        }
        List<String> fields = differingFields(documents.write(folded), actual);
        if (!fields.isEmpty()) {
            differs(id, Kind.DIFFERS, fields);
        }
    }

    /**
     * @param written what the document says, for a log that does not tell positions in streams
     */
    private Stored<S> fold(String id, String aggregateId, long upTo, Position written) {
        S state = null;
        long sequence = -1;
        Position position = written;
        for (LoggedEvent event : log.readAggregate(aggregateId)) {
            if (event.sequence() <= upTo && projection.family().isInstance(event.payload())) {
                state =
                        projection
                                .fold()
                                .evolve(
                                        state,
                                        projection.family().cast(event.payload()),
                                        new EventFacts(event.sequence(), event.timestamp()));
                sequence = event.sequence();
                position = event.position() == null ? written : event.position();
            }
        }
        return state == null ? null : new Stored<>(id, sequence, position, state);
    }

    private static List<String> differingFields(Document expected, Document actual) {
        BsonDocument one = expected.toBsonDocument();
        BsonDocument other = actual.toBsonDocument();
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.remove("writtenAt");
        return names.stream()
                .filter(name -> !Objects.equals(one.get(name), other.get(name)))
                .toList();
    }

    private void differs(String id, Kind kind, List<String> fields) {
        differing++;
        if (differences.size() < MOST_NAMED) {
            differences.add(new Difference(id, kind, fields));
        }
    }
}
