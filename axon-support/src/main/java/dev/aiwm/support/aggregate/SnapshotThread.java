package dev.aiwm.support.aggregate;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes snapshots beside the commands; one that finds no room is made another time. */
final class SnapshotThread implements Executor, AutoCloseable {
    private static final int WAITING = 1_000;
    private static final int SECONDS = 10;

    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(
                    0,
                    1,
                    SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(WAITING),
                    SnapshotThread::newThread,
                    new ThreadPoolExecutor.DiscardPolicy());

    private static Thread newThread(Runnable task) {
        var thread = new Thread(task, "snapshots");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** Finishes the snapshot under way and drops those that wait. */
    @Override
    public void close() throws InterruptedException {
        thread.getQueue().clear();
        thread.shutdown();
        thread.awaitTermination(SECONDS, TimeUnit.SECONDS);
    }
}
