package dev.aiwm.web.request;

import dev.aiwm.web.problem.InvalidRequest;

import org.springframework.boot.convert.DurationStyle;

import java.time.DateTimeException;
import java.time.Instant;

/** Moments as parameters name them: an instant, or how long ago, as in {@code 10m}. */
public final class Moments {
    private Moments() {}

    public static Instant parse(String parameter, String text, Instant now) {
        try {
            boolean absolute = text.contains("T") && !text.startsWith("P");
            return absolute ? Instant.parse(text) : now.minus(DurationStyle.detectAndParse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw InvalidRequest.parameter(
                    parameter, "must be an instant like 2026-01-31T08:00:00Z or a time like 10m");
        }
    }
}
