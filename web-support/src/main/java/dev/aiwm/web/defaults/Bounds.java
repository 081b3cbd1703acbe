package dev.aiwm.web.defaults;

import java.time.Duration;

/** What a setting may be; refuses with its name what nothing could work with. */
public final class Bounds {
    private Bounds() {}

    public static void positive(String setting, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1");
        }
    }

    public static void positive(String setting, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(setting + " must be longer than nothing");
        }
    }

    public static void notNegative(String setting, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(setting + " must not be negative");
        }
    }

    /** Nothing, or something up to a limit. */
    public static void within(String setting, double limit, double value) {
        if (!(value >= 0 && value <= limit)) {
            throw new IllegalArgumentException(
                    "%s must be at least 0 and at most %.0f".formatted(setting, limit));
        }
    }
}
