package dev.aiwm.command.clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Lets the clock look when the next deadline is due, and at the latest after its interval. */
final class ClockRun implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClockRun.class);
    private static final long AFTER_FAULT_MILLIS = 1_000;

    private final DueClock dueClock;
    private final Clock clock;
    private final Runnable release;
    private ScheduledExecutorService thread;
    private ScheduledFuture<?> next;
    private long nextAt = Long.MAX_VALUE;

    ClockRun(DueClock dueClock, Deadlines deadlines, Clock clock, Runnable release) {
        this.dueClock = dueClock;
        this.clock = clock;
        this.release = release;
        deadlines.onNew(this::hear);
    }

    @Override
    public synchronized void start() {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            var made = new Thread(task, "due-clock");
                            made.setDaemon(true);
                            return made;
                        });
        lookIn(0);
    }

    private synchronized void hear(long dueAt) {
        if (thread != null) {
            thread.execute(() -> consider(dueAt));
        }
    }

    private void consider(long dueAt) {
        if (dueAt < nextAt) {
            lookIn(Math.max(0, dueAt - clock.millis()));
        }
    }

    private void look() {
        long wait = AFTER_FAULT_MILLIS;
        try {
            wait = dueClock.check();
        } catch (RuntimeException e) {
            LOGGER.warn("The clock could not look and tries again", e);
        }
        lookIn(wait);
    }

    private synchronized void lookIn(long millis) {
        if (thread == null) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        nextAt = clock.millis() + millis;
        next = thread.schedule(this::look, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping;
        synchronized (this) {
            stopping = thread;
            thread = null;
        }
        if (stopping == null) {
            return;
        }
        stopping.shutdownNow();
        try {
            if (!stopping.awaitTermination(5, TimeUnit.SECONDS)) {
                LOGGER.warn("The clock is still at work");
            }
            release.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.debug("The lease of the clock runs out by itself", e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
