package dev.aiwm.support.messaging;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sends a command again when another process was quicker to append to the same stream. Nothing else
 * is sent again: a rejection is an answer, and of any other failure it is unknown what it left.
 */
final class ConflictRetry implements RetryScheduler {
    private static final int ATTEMPTS = 10;
    private static final int FIRST_PAUSE_MILLIS = 2;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final ScheduledExecutorService executor;

    ConflictRetry(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    @SuppressWarnings({
        "rawtypes",
        "FutureReturnValueIgnored"
    }) // a dispatch reports to its callback
    public boolean scheduleRetry(
            CommandMessage commandMessage,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable commandDispatch) {
        int failed = failures.size();
        if (!(lastFailure instanceof ConcurrencyException) || failed >= ATTEMPTS) {
            return false;
        }
        int longest = Math.min(FIRST_PAUSE_MILLIS << failed, LONGEST_PAUSE_MILLIS);
        long pause = ThreadLocalRandom.current().nextInt(1, longest + 1);
        try {
            executor.schedule(commandDispatch, pause, TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
