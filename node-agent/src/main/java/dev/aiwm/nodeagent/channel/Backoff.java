package dev.aiwm.nodeagent.channel;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before dialling again: doubling up to a limit, and each time a random part of
 * it, so that the agents of a fleet do not come back in one instant.
 */
public final class Backoff {
    private static final int MAX_DOUBLINGS = 16;

    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Duration first, Duration limit, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.random = random;
    }

    /** Between half of the current step and all of it. */
    public Duration next() {
        long step =
                Math.min(first.toMillis() << Math.min(failures, MAX_DOUBLINGS), limit.toMillis());
        failures++;
        return Duration.ofMillis(step / 2 + random.nextLong(step / 2 + 1));
    }

    public void succeeded() {
        failures = 0;
    }
}
