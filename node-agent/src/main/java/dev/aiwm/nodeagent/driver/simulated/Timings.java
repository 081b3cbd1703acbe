package dev.aiwm.nodeagent.driver.simulated;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a simulated engine takes; {@code stop} is what a program needs to end when it is asked
 * to.
 */
public record Timings(
        Duration pull, Duration create, Duration boot, Duration stop, Duration destroy) {
    /** No time at all. */
    public static final Timings INSTANT =
            new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Long enough to be seen, short enough not to be waited for. */
    public static final Timings BRISK =
            new Timings(
                    Duration.ofMillis(400),
                    Duration.ofMillis(100),
                    Duration.ofMillis(700),
                    Duration.ofMillis(300),
                    Duration.ofMillis(100));

    public Timings {
        requireNonNull(pull, "pull is null");
        requireNonNull(create, "create is null");
        requireNonNull(boot, "boot is null");
        requireNonNull(stop, "stop is null");
        requireNonNull(destroy, "destroy is null");
    }

    public Timings withBoot(Duration time) {
        return new Timings(pull, create, time, stop, destroy);
    }

    public Timings withPull(Duration time) {
        return new Timings(time, create, boot, stop, destroy);
    }

    public Timings withStop(Duration time) {
        return new Timings(pull, create, boot, time, destroy);
    }
}
