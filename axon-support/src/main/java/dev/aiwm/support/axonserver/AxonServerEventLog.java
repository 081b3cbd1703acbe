package dev.aiwm.support.axonserver;

import dev.aiwm.contracts.proof.StoredEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The log in Axon Server. Its streams of one aggregate do not tell the positions of events, so
 * those of {@link #readAggregate} are null; and it keeps timestamps to the millisecond.
 */
final class AxonServerEventLog implements EventLog {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final AxonServerEventStore store;
    private final AxonServerConnectionManager connections;

    AxonServerEventLog(AxonServerEventStore store, AxonServerConnectionManager connections) {
        this.store = store;
        this.connections = connections;
    }

    @Override
    public Position head() {
        return LoggedEvents.positionOf(store.createHeadToken());
    }

    @Override
    public List<LoggedEvent> read(Position after, int limit) {
        Position head = head();
        List<LoggedEvent> events = new ArrayList<>();
        if (!head.isAfter(after)) {
            return events;
        }
        try (TrackingEventStream stream = store.openStream(LoggedEvents.tokenAt(after))) {
            Position position = after;
            while (events.size() < limit && head.isAfter(position)) {
                TrackedEventMessage<?> message = next(stream);
                position = LoggedEvents.positionOf(message.trackingToken());
                events.add(LoggedEvents.of(message, position));
            }
            return events;
        }
    }

    private static TrackedEventMessage<?> next(TrackingEventStream stream) {
        try {
            if (!stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreException("Axon Server sent no event within " + PATIENCE);
            }
            return stream.nextAvailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while reading the log", e);
        }
    }

    /** Past Axon's event store, which shows events upcast only. */
    @Override
    public List<StoredEvent> readStored(Position after, int limit) {
        Position head = head();
        List<StoredEvent> events = new ArrayList<>();
        if (!head.isAfter(after)) {
            return events;
        }
        try (EventStream stream =
                connections
                        .getConnection()
                        .eventChannel()
                        .openStream(after.value() - 1, Math.min(limit, BATCH))) {
            Position position = after;
            while (events.size() < limit && head.isAfter(position)) {
                StoredEvent event = AxonServerEvents.asStored(nextStored(stream));
                position = new Position(event.position());
                events.add(event);
            }
            return events;
        }
    }

    private static EventWithToken nextStored(EventStream stream) {
        try {
            EventWithToken event =
                    stream.nextIfAvailable(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new EventStoreException("Axon Server sent no event within " + PATIENCE);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while reading the log", e);
        }
    }

    @Override
    public List<LoggedEvent> readAggregate(String aggregateId) {
        return store.readEvents(aggregateId, 0)
                .asStream()
                .map(event -> LoggedEvents.of(event, null))
                .toList();
    }

    @Override
    public List<LoggedEvent> readAggregate(String aggregateId, long firstSequence, int limit) {
        return store.readEvents(aggregateId, firstSequence)
                .asStream()
                .limit(limit)
                .map(event -> LoggedEvents.of(event, null))
                .toList();
    }

    /** Axon Server finds about where; from there on it is read event by event. */
    @Override
    public Position positionAt(Instant instant) {
        Position position = LoggedEvents.positionOf(store.createTokenAt(instant));
        while (true) {
            List<LoggedEvent> events = read(position, BATCH);
            if (events.isEmpty()) {
                return position;
            }
            for (LoggedEvent event : events) {
                if (event.timestamp().isAfter(instant)) {
                    return position;
                }
                position = event.position();
            }
        }
    }
}
