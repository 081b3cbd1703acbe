package dev.aiwm.command.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says to other replicas, as long as this process lives, that it works on the keys that it holds.
 */
final class KeptAlive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptAlive.class);
    private static final long SECONDS_BETWEEN = IdempotencyKeys.HELD.toSeconds() / 4;

    private final IdempotencyKeys keys;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        var thread = new Thread(task, "idempotency-keys");
                        thread.setDaemon(true);
                        return thread;
                    });

    private KeptAlive(IdempotencyKeys keys) {
        this.keys = keys;
    }

    static KeptAlive among(boolean others, IdempotencyKeys keys) {
        var alive = new KeptAlive(keys);
        if (others) {
            var unused =
                    alive.executor.scheduleWithFixedDelay(
                            alive::prolong, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
        return alive;
    }

    private void prolong() {
        try {
            keys.prolong();
        } catch (RuntimeException e) {
            LOG.warn("Idempotency keys could not be prolonged; trying again", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
