package dev.aiwm.support.store;

import dev.aiwm.support.log.Disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings what was written to the disk, once for all who wait at the same time. Whoever finds nobody
 * at it does it; who comes meanwhile, with something newer, waits for the next, which the executor
 * does for all of them together. After a failure nobody can know any more what is on the disk, so
 * nothing is promised until the next start.
 */
final class SharedFlush implements Disk {
    private final Executor executor;
    private final AtomicLong written = new AtomicLong();
    private final ThreadLocal<Long> own = new ThreadLocal<>();
    private volatile long flushed;
    private volatile File file;
    private volatile CompletableFuture<Void> current;
    private volatile long covered;
    private CompletableFuture<Void> next;
    private IOException failure;

    SharedFlush(Executor executor) {
        this.executor = executor;
    }

    /** Where it is written. */
    interface File {
        void force() throws IOException;
    }

    /** What is written from now on is written there. */
    void opened(File opened) {
        file = opened;
    }

    /** Something was, by this thread: it is on the disk now, or when the thread awaits its own. */
    void written(boolean later) {
        long mark = written.incrementAndGet();
        if (later) {
            own.set(mark);
        } else {
            await(mark);
        }
    }

    /** Returns when what this thread has written is on the disk. */
    void awaitOwn() {
        Long mark = own.get();
        if (mark != null) {
            own.remove();
            await(mark);
        }
    }

    @Override
    public void awaitAll() {
        await(written.get());
    }

    private void await(long mark) {
        if (flushed >= mark) {
            return;
        }
        var others = othersFlush(mark);
        if (others == null) {
            flushAndHandOver();
        } else {
            join(others);
        }
    }

    /**
     * The flush by others that is late enough, the one under way or the next; null if it is ours.
     */
    private synchronized CompletableFuture<Void> othersFlush(long mark) {
        if (current == null) {
            begin(new CompletableFuture<>());
            return null;
        }
        if (covered >= mark) {
            return current;
        }
        if (next == null) {
            next = new CompletableFuture<>();
        }
        return next;
    }

    private void begin(CompletableFuture<Void> flush) {
        current = flush;
        covered = written.get();
    }

    private void flushAndHandOver() {
        var failed = flush();
        if (handOver()) {
            executor.execute(this::flushForOthers);
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void flushForOthers() {
        do {
            var unused = flush();
        } while (handOver());
    }

    /** Whether others wait for another flush, which has begun then. */
    private synchronized boolean handOver() {
        if (next == null) {
            current = null;
            return false;
        }
        begin(next);
        next = null;
        return true;
    }

    /** Does the one under way; answers why it could not, or null. */
    private UncheckedIOException flush() {
        try {
            if (failure == null) {
                file.force();
                flushed = covered;
                current.complete(null);
                return null;
            }
        } catch (IOException e) {
            failure = e;
        }
        var why = new UncheckedIOException("what was committed may not be on the disk", failure);
        current.completeExceptionally(why);
        return why;
    }

    private static void join(CompletableFuture<Void> flush) {
        try {
            flush.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }
}
