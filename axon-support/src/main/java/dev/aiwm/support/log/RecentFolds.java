package dev.aiwm.support.log;

import dev.aiwm.contracts.Fold;
import dev.aiwm.support.MostRecent;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.List;
import java.util.Map;

/**
 * What aggregates of one family are by their own events, right now. Of those asked about lately
 * only what has happened since is read, so that a question costs the same however old they are.
 */
public final class RecentFolds<S, E> {
    private record Known<S>(S state, long sequence) {}

    private final EventLog log;
    private final Class<E> family;
    private final Fold.Step<S, E> step;
    private final Map<String, Known<S>> known;

    /**
     * @param limit how many are remembered
     */
    public RecentFolds(EventLog log, Class<E> family, Fold.Step<S, E> step, int limit) {
        this.log = log;
        this.family = family;
        this.step = step;
        this.known = new MostRecent<>(limit);
    }

    /** Null for what never was. */
    public S of(Object id) {
        String stream = id.toString();
        Known<S> before = recall(stream);
        List<LoggedEvent> since =
                log.readAggregate(stream, before.sequence() + 1, Integer.MAX_VALUE);
        if (since.isEmpty()) {
            return before.state();
        }
        S state = EventLog.fold(before.state(), since, family, step);
        if (!mayBeTakenBack()) {
            remember(stream, new Known<>(state, since.get(since.size() - 1).sequence()));
        }
        return state;
    }

    /** In a transaction its own events are read as well, which may never come to be. */
    private static boolean mayBeTakenBack() {
        return CurrentUnitOfWork.isStarted()
                || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private Known<S> recall(String stream) {
        synchronized (known) {
            return known.getOrDefault(stream, new Known<>(null, -1));
        }
    }

    private void remember(String stream, Known<S> newest) {
        synchronized (known) {
            known.merge(
                    stream,
                    newest,
                    (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
    }
}
