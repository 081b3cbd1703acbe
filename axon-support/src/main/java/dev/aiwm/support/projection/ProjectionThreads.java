package dev.aiwm.support.projection;

import dev.aiwm.support.log.ReaderThreads;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Few threads, which live only while they are used. */
final class ProjectionThreads extends ReaderThreads {
    /** How long Axon's coordinator waits when its workers have 1,024 events to do. */
    private static final long FULL_QUEUE_MILLIS = 100;

    private ProjectionThreads(String name, int threads) {
        super(threads, factory(name));
        setKeepAliveTime(10, TimeUnit.SECONDS);
        allowCoreThreadTimeOut(true);
        setRemoveOnCancelPolicy(true);
    }

    static ProjectionThreads of(String name, int threads) {
        return new ProjectionThreads(name, threads);
    }

    private static ThreadFactory factory(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Workers empty their queue in far less than that, and would be idle for the rest of it. */
    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        long millis = unit.toMillis(delay);
        return millis == FULL_QUEUE_MILLIS
                ? super.schedule(command, 1, TimeUnit.MILLISECONDS)
                : super.schedule(command, delay, unit);
    }
}
