package dev.aiwm.command.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs its tasks one after the other, on threads that many lanes share by turns. */
final class Lane implements Executor {
    private static final Logger LOGGER = LoggerFactory.getLogger(Lane.class);
    private static final int TURN = 32;

    private final Executor threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    Lane(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            takeTurn();
        }
    }

    /** Tasks that have not ended. */
    int backlog() {
        return waiting.get();
    }

    private void takeTurn() {
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException e) {
            LOGGER.debug("Work is left undone because the program stops");
        }
    }

    private void run() {
        for (int i = 0; i < TURN; i++) {
            Runnable task = tasks.poll();
            try {
                task.run();
            } catch (RuntimeException e) {
                LOGGER.error("Work for a node failed", e);
            }
            if (waiting.decrementAndGet() == 0) {
                return;
            }
        }
        takeTurn();
    }
}
