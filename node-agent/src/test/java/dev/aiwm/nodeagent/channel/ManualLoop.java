package dev.aiwm.nodeagent.channel;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A loop that runs on the test's thread, in a time that the test makes pass. */
public final class ManualLoop implements Loop {
    private record Due(long at, long order, Runnable task) {}

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final PriorityQueue<Due> timers =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private volatile long now;
    private long order;

    @Override
    public void run(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Timer in(Duration delay, Runnable task) {
        var due = new Due(now + delay.toMillis(), order++, task);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public long millis() {
        return now;
    }

    /** Run what is there, and what that brings about. */
    public void settle() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Run what comes, from whichever thread, until this holds. */
    public void settleUntil(BooleanSupplier holds) {
        settle();
        while (!holds.getAsBoolean()) {
            try {
                var task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (task == null) {
                    throw new AssertionError("nothing more happens");
                }
                task.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Let time pass; what is due on the way runs at its time. */
    public void pass(Duration time) {
        long until = now + time.toMillis();
        settle();
        while (!timers.isEmpty() && timers.peek().at() <= until) {
            var due = timers.poll();
            now = Math.max(now, due.at());
            due.task().run();
            settle();
        }
        now = until;
    }

    /** Let time pass until the next timer has run; how long that took. */
    public Duration passToNext() {
        settle();
        long before = now;
        var due = timers.poll();
        if (due == null) {
            throw new AssertionError("nothing is to come");
        }
        now = Math.max(now, due.at());
        due.task().run();
        settle();
        return Duration.ofMillis(now - before);
    }

    public boolean isQuiet() {
        return tasks.isEmpty() && timers.isEmpty();
    }
}
