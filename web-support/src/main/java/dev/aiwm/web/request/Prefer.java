package dev.aiwm.web.request;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.problem.InvalidRequest;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a client would wait for work to end (RFC 7240, {@code Prefer: wait=N}); a parameter of a
 * controller method.
 *
 * @param patience zero when the client does not want to wait
 */
public record Prefer(Duration patience) {
    public static final String HEADER = "Prefer";
    public static final String APPLIED = "Preference-Applied";

    public boolean wantsToWait() {
        return !patience.isZero();
    }

    /** The value of {@code Preference-Applied}. */
    public String applied() {
        return "wait=" + patience.toSeconds();
    }

    static Prefer parse(Iterable<String> headers, Duration longest) {
        Duration wait = Duration.ZERO;
        for (String header : headers) {
            for (String preference : header.split("[,;]", -1)) {
                String[] pair = preference.trim().split("=", 2);
                if (pair.length == 2 && pair[0].trim().toLowerCase(Locale.ROOT).equals("wait")) {
                    wait = seconds(pair[1].trim());
                }
            }
        }
        return new Prefer(wait.compareTo(longest) > 0 ? longest : wait);
    }

    private static Duration seconds(String value) {
        String digits =
                value.startsWith("\"") && value.endsWith("\"") && value.length() > 2
                        ? value.substring(1, value.length() - 1)
                        : value;
        if (!digits.matches("[0-9]{1,6}")) {
            throw malformed();
        }
        return Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Rejection malformed() {
        return InvalidRequest.header(HEADER, "must say wait=<whole seconds>");
    }
}
