package dev.aiwm.support.projection;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The pauses between the batches of a processor: during a batch and for a while after it nothing is
 * read, unless the processor is behind.
 */
final class Rest {
    private static final int MANY = 32;

    private final Pace pace;
    private final ScheduledExecutorService timer;
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicBoolean waited = new AtomicBoolean();
    private volatile long until = System.nanoTime();
    private volatile boolean behind = true;
    private volatile boolean hurried;
    private volatile Runnable reader = () -> {};

    Rest(Pace pace, ScheduledExecutorService timer) {
        this.pace = pace;
        this.timer = timer;
    }

    /** What is called when a rest is over during which somebody asked. */
    void wakes(Runnable action) {
        reader = action;
    }

    boolean isOver() {
        if (behind || batches.get() == 0 && System.nanoTime() - until >= 0) {
            return true;
        }
        // who ends the last batch wakes whoever is known to wait by then
        if (waited.compareAndSet(false, true) && batches.get() == 0) {
            wake();
        }
        return false;
    }

    /** Somebody waits for what is still to be read: this rest is over, and so is the next one. */
    void hurry() {
        hurried = true;
        until = System.nanoTime();
        reader.run();
    }

    private void wake() {
        var unused =
                timer.schedule(
                        () -> {
                            waited.set(false);
                            reader.run();
                        },
                        Math.max(0, until - System.nanoTime()),
                        TimeUnit.NANOSECONDS);
    }

    void batchBegins() {
        batches.incrementAndGet();
    }

    /**
     * @param events in the batch; there is no rest while many are waiting
     */
    void batchEnds(long nanos, int events) {
        behind = pace == Pace.PROMPT || events >= MANY;
        until = System.nanoTime() + (hurried ? 0 : pace.restNanos(nanos));
        hurried = false;
        if (batches.decrementAndGet() == 0 && waited.get()) {
            wake();
        }
    }
}
