package dev.aiwm.support.log;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest events, read once per process and kept in a ring for all who follow. Who is further
 * behind than the ring reaches reads the log by itself until it has caught up.
 */
final class LiveLog implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveLog.class);
    private static final int BATCH = 500;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final JdbcLogEngine engine;
    private final SharedReads apart;
    private final long pollNanos;
    private final AtomicReferenceArray<Slot> ring;
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition changed = lock.newCondition();

    private boolean wakeUp;
    private Thread reader;
    private volatile boolean closed;
    private volatile State state;

    /**
     * @param next number of the slot that comes next; slots below it down to the size of the ring
     *     can be read
     * @param start position before the first slot ever
     * @param position up to which the log was read
     * @param failure why it cannot be read further, or null
     */
    record State(long next, long start, long position, RuntimeException failure) {}

    record Slot(long number, long previous, long position, TrackedEventMessage<?> event) {}

    LiveLog(JdbcLogEngine engine, Duration poll, int size) {
        this.engine = engine;
        this.apart = new SharedReads(engine);
        this.pollNanos = poll.toNanos();
        this.ring = new AtomicReferenceArray<>(size);
    }

    /** There may be something new. */
    void wake() {
        lock.lock();
        try {
            wakeUp = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    LogCursor open(long after) {
        start();
        return new LogCursor(this, after);
    }

    private void start() {
        lock.lock();
        try {
            if (reader == null && !closed) {
                long head = engine.head();
                state = new State(0, head, head, null);
                reader = new Thread(this::readOn, "event-log-reader");
                reader.setDaemon(true);
                reader.start();
            }
        } finally {
            lock.unlock();
        }
    }

    private void readOn() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                JdbcLogEngine.Batch batch = engine.read(state.position(), BATCH);
                if (batch.atHead()) {
                    awaitWakeUp(pollNanos);
                } else {
                    publish(batch);
                }
                pause = FIRST_PAUSE;
            } catch (RuntimeException e) {
                fail(e);
                awaitWakeUp(pause.toNanos());
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void awaitWakeUp(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!wakeUp && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            wakeUp = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void publish(JdbcLogEngine.Batch batch) {
        State before = state;
        long next = before.next();
        long previous = before.position();
        for (TrackedEventMessage<?> event : batch.messages()) {
            long position = Tokens.positionOf(event.trackingToken());
            ring.set(index(next), new Slot(next, previous, position, event));
            previous = position;
            next++;
        }
        change(new State(next, before.start(), batch.last(), null));
    }

    private void fail(RuntimeException failure) {
        State before = state;
        if (before.failure() == null) {
            LOGGER.error("Cannot read the event log after {}", before.position(), failure);
        }
        change(new State(before.next(), before.start(), before.position(), failure));
    }

    private void change(State after) {
        lock.lock();
        try {
            state = after;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOGGER.warn("A follower of the log could not be told of new events", e);
            }
        }
    }

    State state() {
        return state;
    }

    /** The slot of that number, or null when the ring has gone on past it. */
    Slot slot(long number) {
        Slot slot = ring.get(index(number));
        return slot != null && slot.number() == number ? slot : null;
    }

    /** The number of a slot from which whoever has read up to a position can go on, if any. */
    OptionalLong entry(long position) {
        State now = state;
        long oldest = Math.max(0, now.next() - ring.length());
        if (now.next() == 0) {
            return position >= now.start() ? OptionalLong.of(0) : OptionalLong.empty();
        }
        Slot slot = slot(oldest);
        return slot != null && slot.previous() <= position
                ? OptionalLong.of(oldest)
                : OptionalLong.empty();
    }

    JdbcLogEngine.Batch readApart(long after) {
        return apart.read(after, BATCH);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Waits until the state is another one than was seen, or time is up. */
    @SuppressWarnings("ReferenceEquality") // a state is replaced, so another object is the change
    void awaitChange(State seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (state == seen && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private int index(long number) {
        return (int) (number % ring.length());
    }

    @Override
    public void close() {
        Thread running;
        lock.lock();
        try {
            closed = true;
            running = reader;
            woken.signalAll();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.clear();
        join(running);
    }

    private static void join(Thread thread) {
        if (thread == null) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
