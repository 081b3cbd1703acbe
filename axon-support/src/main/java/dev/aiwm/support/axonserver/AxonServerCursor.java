package dev.aiwm.support.axonserver;

import dev.aiwm.support.log.Cursor;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.LoggedEvents;
import dev.aiwm.support.log.Position;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** A stream of Axon Server; what it buffers is bounded by its flow control. */
final class AxonServerCursor implements Cursor {
    private final AxonServerEventStore store;
    private TrackingEventStream stream;
    private Position position;
    private Runnable action = () -> {};

    AxonServerCursor(AxonServerEventStore store, Position after) {
        this.store = store;
        this.position = after;
    }

    @Override
    public synchronized LoggedEvent next() {
        try {
            if (stream == null) {
                open();
            }
            if (!stream.hasNextAvailable()) {
                return null;
            }
            TrackedEventMessage<?> message = stream.nextAvailable();
            position = LoggedEvents.positionOf(message.trackingToken());
            return LoggedEvents.of(message, position);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while following the log", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() {
        stream = store.openStream(LoggedEvents.tokenAt(position));
        stream.setOnAvailableCallback(action);
    }

    @Override
    public synchronized void onAvailable(Runnable newAction) {
        action = newAction;
        if (stream != null) {
            stream.setOnAvailableCallback(newAction);
        }
    }

    /** A next read opens it again. */
    @Override
    public synchronized void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
