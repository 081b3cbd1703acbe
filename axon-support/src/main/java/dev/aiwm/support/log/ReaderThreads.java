package dev.aiwm.support.log;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Threads on which Axon's coordinators read the log. A coordinator that stops because its workers
 * have no room asks a second time whether they have; if they made room in between, it takes the log
 * for read to its end, and comes back when it is woken or when seconds have passed. Here it is
 * woken at once. Nor does it pause for long once a store that was away is back.
 */
public class ReaderThreads extends ScheduledThreadPoolExecutor {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final ThreadLocal<Seen> SEEN = ThreadLocal.withInitial(Seen::new);

    private static final class Seen {
        private Runnable wakeForMore;
    }

    public ReaderThreads(int threads, ThreadFactory factory) {
        super(threads, factory);
    }

    /**
     * Streams tell whether there was something to read when they were asked last.
     *
     * @param wake makes their reader come back
     */
    public static boolean saw(boolean more, Runnable wake) {
        SEEN.get().wakeForMore = more ? wake : null;
        return more;
    }

    /**
     * Axon's coordinators pause for up to a minute when they have failed several times in a row.
     */
    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return super.schedule(task, Math.min(delay, unit.convert(LONGEST_PAUSE)), unit);
    }

    /** A reader that will come back soon anyway is not disturbed by being woken. */
    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
        var seen = SEEN.get();
        var wake = seen.wakeForMore;
        seen.wakeForMore = null;
        if (wake != null && !isShutdown()) {
            wake.run();
        }
    }
}
