package dev.aiwm.query.stream;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import java.util.ArrayList;
import java.util.List;

/**
 * The log from a position on, as fast as it is taken and no faster. What is old is read in parts;
 * then the tail is followed. Who takes too slowly to hold what comes meanwhile goes back to
 * reading.
 */
final class Feed implements AutoCloseable {
    private static final int PART = 200;
    private static final int HELD = 1_000;

    private final EventLog log;
    private final EventTail tail;
    private final Runnable signal;
    private final List<LoggedEvent> held = new ArrayList<>();
    private boolean overflowed;
    private boolean closed;
    private int followed;
    private Position position;
    private EventTail.Following following;

    /**
     * @param signal run, on any thread, when there may be more
     */
    Feed(EventLog log, EventTail tail, Position after, Runnable signal) {
        this.log = log;
        this.tail = tail;
        this.position = after;
        this.signal = signal;
    }

    /** What comes next in order, or nothing when there is nothing yet; for one thread at a time. */
    List<LoggedEvent> next() {
        List<LoggedEvent> part = takeHeld();
        if (part.isEmpty() && following == null) {
            part = log.read(position, PART);
            if (part.isEmpty()) {
                follow();
            }
        }
        if (!part.isEmpty()) {
            position = part.get(part.size() - 1).position();
        }
        return part;
    }

    private void follow() {
        int own;
        synchronized (held) {
            own = ++followed;
        }
        EventTail.Following started = tail.follow(position, event -> hold(own, event));
        synchronized (held) {
            following = started;
            if (closed) {
                started.close();
            }
        }
    }

    /** A following that was closed may still deliver; that is read again or was. */
    private void hold(int own, LoggedEvent event) {
        synchronized (held) {
            if (own != followed) {
                return;
            }
            if (held.size() < HELD && !overflowed) {
                held.add(event);
            } else {
                overflowed = true;
            }
        }
        signal.run();
    }

    private List<LoggedEvent> takeHeld() {
        synchronized (held) {
            var taken = List.copyOf(held);
            held.clear();
            if (overflowed && taken.isEmpty()) {
                following.close();
                following = null;
                followed++;
                overflowed = false;
            }
            return taken;
        }
    }

    @Override
    public void close() {
        synchronized (held) {
            closed = true;
            if (following != null) {
                following.close();
            }
        }
    }
}
