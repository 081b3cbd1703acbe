package dev.aiwm.web.request;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.problem.InvalidRequest;

import org.springframework.boot.convert.DurationStyle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Moments as parameters name them: an instant, or how long ago, as in {@code 10m}. */
public final class Moments {
    /** What is written in four digits; everything that counts milliseconds can count to there. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    public static Instant parse(String parameter, String text, Instant now) {
        try {
            boolean absolute = text.contains("T") && !text.startsWith("P");
            Instant moment = absolute ? Instant.parse(text) : now.minus(length(text));
            if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
                return moment;
            }
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
            throw unreadable(parameter);
        }
        throw InvalidRequest.parameter(parameter, "must be within the years 1 to 9999");
    }

    /**
     * @throws IllegalArgumentException when it is not a time with its unit: a bare number could
     *     mean any
     */
    public static Duration length(String text) {
        if (text.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("no unit: " + text);
        }
        return DurationStyle.detectAndParse(text);
    }

    private static Rejection unreadable(String parameter) {
        return InvalidRequest.parameter(
                parameter, "must be an instant like 2026-01-31T08:00:00Z or a time like 10m");
    }
}
