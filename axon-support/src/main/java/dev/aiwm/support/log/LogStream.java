package dev.aiwm.support.log;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What Axon's processors read. Supports the callback on new events: without it pooled processors
 * look every half second only.
 */
final class LogStream implements TrackingEventStream {
    private static final long LONG_WAIT = TimeUnit.HOURS.toNanos(1);

    private final LogCursor cursor;
    private TrackedEventMessage<?> peeked;

    LogStream(LogCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (peeked == null) {
            peeked = cursor.poll();
        }
        return Optional.ofNullable(peeked);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peeked == null) {
            peeked = timeout > 0 ? cursor.poll(unit.toNanos(timeout)) : cursor.poll();
        }
        return peeked != null;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peeked == null) {
            peeked = cursor.poll(LONG_WAIT);
        }
        TrackedEventMessage<?> event = peeked;
        peeked = null;
        return event;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        cursor.onAvailable(callback);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
