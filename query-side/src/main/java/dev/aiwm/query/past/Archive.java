package dev.aiwm.query.past;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;

import dev.aiwm.query.QuerySide;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.mongo.ReadDatabases;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Follows the log in segments of equal length and keeps what finds the past fast. What is kept
 * never changes and is found by its id alone; it is derived, and can be thrown away. Every replica
 * keeps the same; what is newer than the last whole segment is read from the log.
 */
@Component
public class Archive implements SmartLifecycle {
    /** Events of a segment. */
    public static final int SEGMENT = 500;

    private static final Logger LOGGER = LoggerFactory.getLogger(Archive.class);
    private static final String PREFIX = "past@";
    private static final String HEAD = "head";
    private static final String SEGMENTS = "segments";
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 10;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final EventLog log;
    private final MongoDatabase database;
    private final List<Archived> parts = new CopyOnWriteArrayList<>();
    private volatile long segments;
    private volatile boolean running;
    private MongoCollection<Document> collection;
    private ScheduledExecutorService thread;

    Archive(EventLog log, ReadDatabases databases) {
        this.log = log;
        this.database = databases.database(QuerySide.NAME);
    }

    /** To be called while the program is wired. */
    public void add(Archived part) {
        parts.add(part);
    }

    /** How many segments, from the first event on, have been kept. */
    public long segments() {
        return segments;
    }

    /** The last position of a segment; segments are counted from 0. */
    public static Position endOf(long segment) {
        return new Position((segment + 1) * SEGMENT);
    }

    /** How many whole segments there are up to a position. */
    public static long segmentsUpTo(Position position) {
        return position.value() / SEGMENT;
    }

    /** What was kept under an id; null when it was not. */
    public Document find(String id) {
        return collection().find(Filters.eq("_id", id)).first();
    }

    private synchronized MongoCollection<Document> collection() {
        if (collection == null) {
            collection = database.getCollection(nameOfCollection());
        }
        return collection;
    }

    private String nameOfCollection() {
        return PREFIX
                + parts.stream()
                        .map(part -> part.name() + "." + part.version())
                        .sorted()
                        .collect(Collectors.joining("-"));
    }

    @Override
    public void start() {
        running = true;
        Document head = find(HEAD);
        segments = head == null ? 0 : head.getLong(SEGMENTS);
        thread = Executors.newSingleThreadScheduledExecutor(Archive::threadOf);
        var unused =
                thread.scheduleWithFixedDelay(
                        this::round, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread threadOf(Runnable work) {
        var thread = new Thread(work, "archive");
        thread.setDaemon(true);
        return thread;
    }

    private void round() {
        try {
            long whole = segmentsUpTo(log.head());
            boolean behind = segments < whole;
            while (running && segments < whole) {
                keep(segments);
            }
            if (behind && running) {
                dropOthers();
            }
        } catch (RuntimeException e) {
            LOGGER.warn("The past from position {} on cannot be kept", endOf(segments - 1), e);
        }
    }

    private void keep(long segment) {
        List<LoggedEvent> events = eventsOf(segment);
        parts.stream().flatMap(part -> part.of(segment, events).stream()).forEach(this::write);
        write(new Document("_id", HEAD).append(SEGMENTS, segment + 1));
        segments = segment + 1;
    }

    private void write(Document document) {
        collection().replaceOne(Filters.eq("_id", document.get("_id")), document, UPSERT);
    }

    private List<LoggedEvent> eventsOf(long segment) {
        return events(endOf(segment - 1), endOf(segment));
    }

    /** The events after a position up to another one. */
    List<LoggedEvent> events(Position after, Position to) {
        var events = new ArrayList<LoggedEvent>();
        Position place = after;
        while (to.isAfter(place)) {
            int most = (int) Math.min(SEGMENT, to.value() - place.value());
            List<LoggedEvent> part = log.read(place, most);
            for (LoggedEvent event : part) {
                if (!event.position().isAfter(to)) {
                    events.add(event);
                }
            }
            if (part.isEmpty()) {
                return events;
            }
            place = part.get(part.size() - 1).position();
        }
        return events;
    }

    /** What other versions of the program kept; one that still runs folds for longer. */
    private void dropOthers() {
        String own = nameOfCollection();
        for (String name : database.listCollectionNames()) {
            if (name.startsWith(PREFIX) && !name.equals(own)) {
                database.getCollection(name).drop();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("What is kept of the past did not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
