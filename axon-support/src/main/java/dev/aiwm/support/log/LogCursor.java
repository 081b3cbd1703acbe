package dev.aiwm.support.log;

import org.axonframework.eventhandling.TrackedEventMessage;

import java.util.Collections;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A place in the log that {@link LiveLog} keeps the newest events of. */
final class LogCursor implements Cursor {
    private static final long OFF_RING = -1;

    private final LiveLog live;
    private Runnable listener;

    /** Up to where events were handed out, or will have been when {@code apart} is used up. */
    private long position;

    /** The slot to take next, or {@link #OFF_RING} while reading apart from the ring. */
    private long number = OFF_RING;

    /** Slots up to this position were handed out before the ring was entered. */
    private long entered;

    private Iterator<TrackedEventMessage<?>> apart = Collections.emptyIterator();

    LogCursor(LiveLog live, long after) {
        this.live = live;
        this.position = after;
    }

    /**
     * @return the next event, or null when there is none yet
     * @throws RuntimeException when the log cannot be read at this place
     */
    TrackedEventMessage<?> poll() {
        if (apart.hasNext()) {
            return apart.next();
        }
        if (number == OFF_RING) {
            enterRing();
        }
        while (number != OFF_RING) {
            LiveLog.State state = live.state();
            if (number >= state.next()) {
                if (state.failure() != null) {
                    throw state.failure();
                }
                return null;
            }
            LiveLog.Slot slot = live.slot(number);
            if (slot == null) {
                number = OFF_RING;
            } else if (slot.position() <= entered) {
                number++;
            } else {
                number++;
                position = slot.position();
                return slot.event();
            }
        }
        return readApart();
    }

    private void enterRing() {
        OptionalLong slot = live.entry(position);
        if (slot.isPresent()) {
            number = slot.getAsLong();
            entered = position;
        }
    }

    private TrackedEventMessage<?> readApart() {
        while (true) {
            JdbcLogEngine.Batch batch = live.readApart(position);
            position = batch.last();
            apart = batch.messages().iterator();
            if (apart.hasNext()) {
                return apart.next();
            }
            if (batch.atHead()) {
                return null;
            }
        }
    }

    /** Looks again whenever there may be something new, for a while. */
    TrackedEventMessage<?> await(Supplier<TrackedEventMessage<?>> look, long nanos)
            throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (true) {
            LiveLog.State seen = live.state();
            TrackedEventMessage<?> event = look.get();
            long left = deadline - System.nanoTime();
            if (event != null || left <= 0) {
                return event;
            }
            live.awaitChange(seen, left);
        }
    }

    @Override
    public LoggedEvent next() {
        TrackedEventMessage<?> event = poll();
        return event == null ? null : LoggedEvents.of(event);
    }

    @Override
    public void onAvailable(Runnable action) {
        if (listener != null) {
            live.removeListener(listener);
        }
        listener = action;
        live.addListener(action);
    }

    /** The action is spared events that nobody waits for. */
    void onAvailable(Runnable action, Predicate<TrackedEventMessage<?>> wanted) {
        onAvailable(new OnlyWanted(live, wanted, action));
    }

    @Override
    public void close() {
        if (listener != null) {
            live.removeListener(listener);
        }
    }
}
