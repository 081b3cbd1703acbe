package dev.aiwm.support.log;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Holds a lock of this process from the first append of a transaction to the transaction's end. */
abstract class AppendLock implements AppendOrder {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private Turn turn;

    @Override
    public final Turn takeTurn() {
        if (!lock.isHeldByCurrentThread()) {
            acquire();
            try {
                turn = begin();
                TransactionSynchronizationManager.registerSynchronization(new Release());
            } catch (RuntimeException e) {
                lock.unlock();
                throw e;
            }
        }
        return turn;
    }

    private void acquire() {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EventStoreException("no turn to append within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("interrupted while waiting to append", e);
        }
    }

    /** The head of the log; called with the lock held, within the transaction. */
    abstract Turn begin();

    /** The transaction is over; called with the lock still held. */
    abstract void end(Turn used, boolean committed);

    private final class Release implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            try {
                end(turn, status == STATUS_COMMITTED);
            } finally {
                lock.unlock();
            }
        }
    }
}
