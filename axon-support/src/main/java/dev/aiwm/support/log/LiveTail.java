package dev.aiwm.support.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** A follower takes a thread only while it has events. */
public final class LiveTail implements EventTail, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveTail.class);
    private static final int THREADS = 64;
    private static final int TURN = 256;

    private final Function<Position, Cursor> cursors;
    private final ThreadPoolExecutor executor;
    private final AtomicInteger threads = new AtomicInteger();

    public LiveTail(Function<Position, Cursor> cursors) {
        this.cursors = cursors;
        this.executor =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            var thread =
                                    new Thread(task, "event-tail-" + threads.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        },
                        new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
    }

    @Override
    public Following follow(Position after, Consumer<LoggedEvent> listener) {
        var follower = new Follower(cursors.apply(after), listener);
        follower.start();
        return follower;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private final class Follower implements Following, Runnable {
        private final Cursor cursor;
        private final Consumer<LoggedEvent> listener;

        /** Announcements not yet acted on; above zero while a run is queued or under way. */
        private final AtomicInteger announced = new AtomicInteger();

        private volatile boolean closed;

        private Follower(Cursor cursor, Consumer<LoggedEvent> listener) {
            this.cursor = cursor;
            this.listener = listener;
        }

        private void start() {
            cursor.onAvailable(this::announce);
            announce();
        }

        private void announce() {
            if (!closed && announced.getAndIncrement() == 0) {
                executor.execute(this);
            }
        }

        @Override
        public void run() {
            int before = announced.get();
            try {
                boolean more = deliver();
                if (!closed && (more || !announced.compareAndSet(before, 0))) {
                    announced.set(1);
                    executor.execute(this);
                }
            } catch (RuntimeException e) {
                LOGGER.warn("A follower of the log failed and is told of no more events", e);
                close();
            }
        }

        /** Delivers a turn of events and says whether there may be more. */
        private boolean deliver() {
            for (int i = 0; i < TURN && !closed; i++) {
                LoggedEvent event = next();
                if (event == null) {
                    return false;
                }
                listener.accept(event);
            }
            return true;
        }

        /** A log that cannot be read is tried again when its reader announces a change. */
        private LoggedEvent next() {
            try {
                return cursor.next();
            } catch (RuntimeException e) {
                LOGGER.debug("The log cannot be read now", e);
                return null;
            }
        }

        @Override
        public void close() {
            closed = true;
            cursor.close();
        }
    }
}
