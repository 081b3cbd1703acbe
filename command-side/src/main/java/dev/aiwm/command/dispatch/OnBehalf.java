package dev.aiwm.command.dispatch;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.Rejection;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what a user has asked for beforehand, as that user would: outside of whatever the thread is
 * in the middle of, so that each command is a transaction of its own and a refusal undoes nothing
 * else. What is done so must bear to be done again.
 */
@Component
public class OnBehalf implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final int THREADS = 4;

    private final Commands commands;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS,
                    task -> {
                        var made = new Thread(task, "on-behalf");
                        made.setDaemon(true);
                        return made;
                    });

    OnBehalf(Commands commands) {
        this.commands = commands;
    }

    /**
     * Waits for the work, and throws its {@link Rejection} as it is.
     *
     * @param origin what acts for the owner: {@code bulk}, {@code schedule}
     * @param correlationId null when nothing is known of it
     */
    public <R> R of(Owner owner, String origin, String correlationId, Supplier<R> work) {
        Map<String, Object> who = new HashMap<>();
        who.put(MetadataKeys.ACTOR, owner.userId());
        who.put(MetadataKeys.ORG, owner.orgId());
        who.put(MetadataKeys.ROLES, "");
        who.put(MetadataKeys.ORIGIN, origin);
        if (correlationId != null) {
            who.put(MetadataKeys.CORRELATION_ID, correlationId);
        }
        var done = threads.submit(() -> commands.onBehalf(who, work));
        try {
            return done.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            done.cancel(true);
            throw new IllegalStateException("not done within " + PATIENCE, e);
        } catch (InterruptedException e) {
            done.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
