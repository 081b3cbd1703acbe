package dev.aiwm.support.log;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What Axon's processors read. Supports the callback on new events: without it pooled processors
 * look every half second only. Passes over the types of events that its reader has no handler for,
 * and is silent about them; now and then one is handed out all the same, so that the reader's token
 * does not stay behind.
 */
final class LogStream implements TrackingEventStream {
    private static final long LONG_WAIT = TimeUnit.HOURS.toNanos(1);
    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int MOST_PASSED_OVER = 1_000;

    private final LogCursor cursor;
    private final Set<Class<?>> unwanted = ConcurrentHashMap.newKeySet();
    private TrackedEventMessage<?> peeked;

    /** The newest of those passed over since one was handed out. */
    private TrackedEventMessage<?> passedOver;

    private int passed;
    private Runnable wake = () -> {};
    private long handedOut = System.nanoTime();

    LogStream(LogCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (peeked == null) {
            peeked = poll();
        }
        return Optional.ofNullable(peeked);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peeked == null) {
            ReaderThreads.saw(false, wake);
            peeked = timeout > 0 ? cursor.await(this::poll, unit.toNanos(timeout)) : poll();
        }
        return ReaderThreads.saw(peeked != null, wake);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (peeked == null) {
            peeked = cursor.await(this::poll, LONG_WAIT);
        }
        TrackedEventMessage<?> event = peeked;
        peeked = null;
        return event;
    }

    private TrackedEventMessage<?> poll() {
        TrackedEventMessage<?> event = cursor.poll();
        while (event != null && !isWanted(event) && passed < MOST_PASSED_OVER) {
            passedOver = event;
            passed++;
            event = cursor.poll();
        }
        if (event == null && System.nanoTime() - handedOut > LONGEST_SILENCE) {
            event = passedOver;
        }
        if (event != null) {
            passedOver = null;
            passed = 0;
            handedOut = System.nanoTime();
        }
        return event;
    }

    private boolean isWanted(TrackedEventMessage<?> event) {
        return !unwanted.contains(event.getPayloadType());
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
        unwanted.add(ignored.getPayloadType());
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        wake = callback;
        cursor.onAvailable(callback, this::isWanted);
        callback.run();
        return true;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
