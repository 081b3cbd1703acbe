package dev.aiwm.nodeagent.channel;

import java.time.Duration;

/**
 * The one thread on which the agent's state changes: what runs on it needs no locks and must not
 * block.
 */
public interface Loop {
    /** Run this soon, after what was given before. Ignored after the end. */
    void run(Runnable task);

    /** Run this once, after that time. */
    Timer in(Duration delay, Runnable task);

    /** Milliseconds of a clock that never goes back. */
    long millis();

    /** Something that will run later. */
    @FunctionalInterface
    interface Timer {
        Timer NONE = () -> {};

        /** It will not run; nothing when it has. */
        void cancel();
    }
}
