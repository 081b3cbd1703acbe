package dev.aiwm.contracts.schedule.timing;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Again and again, as cron says: minute, hour, day of month, month, day of week, or a nickname such
 * as {@code @daily}.
 *
 * @param timeZone such as {@code Europe/Vienna}; null is UTC
 */
public record CronTiming(String expression, String timeZone) implements Timing {
    public CronTiming {
        requireNonNull(expression, "expression is null");
    }

    /**
     * @throws IllegalArgumentException that says what is wrong with the expression
     */
    public void requireExpression() {
        CronExpression.parse(expression);
    }

    /**
     * @throws DateTimeException when there is no such time zone
     */
    @Override
    public ZoneId zone() {
        return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    }

    @Override
    public Optional<Instant> first(Instant now) {
        return CronExpression.parse(expression).next(now, zone());
    }

    @Override
    public Optional<Instant> following(Instant occurrence) {
        return first(occurrence);
    }
}
