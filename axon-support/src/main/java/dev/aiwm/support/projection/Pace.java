package dev.aiwm.support.projection;

import java.time.Duration;

/**
 * How soon after a batch a projection looks for the next one. What comes meanwhile is gathered and
 * written at once, so that under load a document is written once for many events. An event that
 * comes after a pause is handled at once, whatever the pace.
 */
public enum Pace {
    /** At once, and in the order of the log: somebody waits for each event and acts on it. */
    PROMPT(Duration.ZERO, 0),
    /**
     * After twice the time that the batch took: large documents rest for longer than small ones.
     */
    STEADY(Duration.ZERO, 2),
    /** A few times a second: it is read at the next start only. */
    RELAXED(Duration.ofMillis(250), 2);

    private static final long LONGEST_NANOS = Duration.ofMillis(250).toNanos();

    private final long shortestNanos;
    private final int timesAsLong;

    Pace(Duration shortest, int timesAsLong) {
        this.shortestNanos = shortest.toNanos();
        this.timesAsLong = timesAsLong;
    }

    long restNanos(long batchNanos) {
        return Math.min(LONGEST_NANOS, Math.max(shortestNanos, timesAsLong * batchNanos));
    }
}
