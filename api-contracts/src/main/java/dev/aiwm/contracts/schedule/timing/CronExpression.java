package dev.aiwm.contracts.schedule.timing;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * When something happens, in the five fields of cron: minute, hour, day of month, month, day of
 * week. Where both days are restricted, either will do.
 *
 * <p>When clocks are put forward, an hour that is named and left out that day is met at the first
 * moment after it, once. When they are put back, an hour that is named is met the first time only.
 * Where the hour is a star, what counts is time that passes: nothing is made up for, and nothing
 * left out.
 */
final class CronExpression {
    private static final Map<String, String> NICKNAMES =
            Map.of(
                    "@hourly", "0 * * * *",
                    "@daily", "0 0 * * *",
                    "@midnight", "0 0 * * *",
                    "@weekly", "0 0 * * 0",
                    "@monthly", "0 0 1 * *",
                    "@yearly", "0 0 1 1 *",
                    "@annually", "0 0 1 1 *");
    private static final int FIELDS = 5;

    /** The 29th of February may be eight years away. */
    private static final int MOST_YEARS = 9;

    private final CronField minutes;
    private final CronField hours;
    private final CronField daysOfMonth;
    private final CronField months;
    private final CronField daysOfWeek;

    private CronExpression(String[] fields) {
        minutes = CronField.parse(CronField.Kind.MINUTE, fields[0]);
        hours = CronField.parse(CronField.Kind.HOUR, fields[1]);
        daysOfMonth = CronField.parse(CronField.Kind.DAY_OF_MONTH, fields[2]);
        months = CronField.parse(CronField.Kind.MONTH, fields[3]);
        daysOfWeek = CronField.parse(CronField.Kind.DAY_OF_WEEK, fields[4]);
    }

    /**
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static CronExpression parse(String text) {
        requireNonNull(text, "text is null");
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        String[] fields = NICKNAMES.getOrDefault(trimmed, trimmed).split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "a cron expression has five fields: minute, hour, day of month, month, day of"
                            + " week; or is one of @hourly, @daily, @weekly, @monthly, @yearly");
        }
        return new CronExpression(fields);
    }

    /** The first time after this one; empty when it never comes, like the 30th of February. */
    Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate start = after.atZone(zone).toLocalDate();
        LocalDate date = start;
        LocalDate end = start.plusYears(MOST_YEARS);
        while (date.isBefore(end)) {
            if (!months.has(date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
                continue;
            }
            if (isDay(date)) {
                Instant found =
                        hours.restricted()
                                ? byTheWall(date, after, zone)
                                : byTime(date, after, zone);
                if (found != null) {
                    return Optional.of(found);
                }
            }
            date = date.plusDays(1);
        }
        return Optional.empty();
    }

    private boolean isDay(LocalDate date) {
        boolean ofMonth = daysOfMonth.has(date.getDayOfMonth());
        boolean ofWeek = daysOfWeek.has(date.getDayOfWeek().getValue() % DayOfWeek.values().length);
        return daysOfMonth.restricted() && daysOfWeek.restricted()
                ? ofMonth || ofWeek
                : ofMonth && ofWeek;
    }

    /** Each time that the clock on the wall should show that day, met once. */
    private Instant byTheWall(LocalDate date, Instant after, ZoneId zone) {
        for (int hour = next(hours, 0); hour >= 0; hour = next(hours, hour + 1)) {
            for (int minute = next(minutes, 0); minute >= 0; minute = next(minutes, minute + 1)) {
                Instant at = onTheWall(date.atTime(hour, minute), zone);
                if (at.isAfter(after)) {
                    return at;
                }
            }
        }
        return null;
    }

    private static Instant onTheWall(LocalDateTime time, ZoneId zone) {
        var gap = zone.getRules().getTransition(time);
        return gap != null && gap.isGap() ? gap.getInstant() : time.atZone(zone).toInstant();
    }

    /** Minute by minute as time passes on that day, whatever the clock on the wall does. */
    private Instant byTime(LocalDate date, Instant after, ZoneId zone) {
        ZonedDateTime time = date.atStartOfDay(zone);
        ZonedDateTime earliest = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        if (time.isBefore(earliest)) {
            time = earliest;
        }
        while (time.toLocalDate().equals(date)) {
            if (minutes.has(time.getMinute()) && hours.has(time.getHour())) {
                return time.toInstant();
            }
            time = time.plusMinutes(1);
        }
        return null;
    }

    private static int next(CronField field, int from) {
        return field.numbers().nextSetBit(from);
    }
}
