package dev.aiwm.nodeagent.driver.docker;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls that an engine never answers. A read from a Unix socket knows no time limit of its
 * own, but an interruption ends it.
 */
final class Alarms implements AutoCloseable {
    private final ScheduledExecutorService clock;
    private final Duration patience;

    Alarms(Duration patience) {
        this.patience = patience;
        clock =
                Executors.newSingleThreadScheduledExecutor(
                        work -> {
                            var thread = new Thread(work, "docker-alarms");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Interrupts the calling thread after the time, unless it is closed before. */
    Alarm set() {
        return new Alarm(Thread.currentThread());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    final class Alarm implements AutoCloseable {
        private final Thread sleeper;
        private final Future<?> timer;
        private boolean off;
        private boolean rang;

        private Alarm(Thread sleeper) {
            this.sleeper = sleeper;
            timer = clock.schedule(this::ring, patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void ring() {
            if (!off) {
                rang = true;
                sleeper.interrupt();
            }
        }

        synchronized boolean rang() {
            return rang;
        }

        @Override
        public synchronized void close() {
            off = true;
            boolean unused = timer.cancel(false);
            if (rang) {
                // it was meant for this call, not for the next on the same thread
                unused = Thread.interrupted();
            }
        }
    }
}
