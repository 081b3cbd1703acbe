package dev.aiwm.support.log;

import java.util.function.Consumer;

/**
 * Follows the log live, without a token: what is followed is forgotten with the process. Listeners
 * get every event after their position once and in order, each listener on one thread at a time. A
 * listener that is slow is itself late and delays nobody else; how much is kept in memory for it is
 * bounded, what it missed is read from the log again.
 *
 * <p>A listener that throws is told of no further events.
 */
public interface EventTail {

    Following follow(Position after, Consumer<LoggedEvent> listener);

    /** Ends the following when closed; the listener may still be running when close returns. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
