package dev.aiwm.command.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sweeps now and then, never at the start. */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final long MINUTES_BETWEEN = 60;
    private static final long FIRST_AFTER_MINUTES = 10;

    private final OrphanedSecrets orphans;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "vault-sweeper");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final ScheduledFuture<?> sweeping;

    Sweeper(OrphanedSecrets orphans) {
        this.orphans = orphans;
        this.sweeping =
                executor.scheduleWithFixedDelay(
                        this::sweep, FIRST_AFTER_MINUTES, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    /** A sweep that fails is made up for by the next. */
    private void sweep() {
        try {
            orphans.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Orphaned secrets could not be swept; trying again later", e);
        }
    }

    @Override
    public void close() {
        sweeping.cancel(true);
        executor.shutdownNow();
    }
}
