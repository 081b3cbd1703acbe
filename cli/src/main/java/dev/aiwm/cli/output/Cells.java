package dev.aiwm.cli.output;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values are shown in cells. */
public final class Cells {
    private static final String NONE = "-";
    private static final long MB_OF_GB = 1024;

    private Cells() {}

    public static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainer() ? "" : node.asString();
    }

    public static String textOrDash(JsonNode node) {
        var text = text(node);
        return text.isEmpty() ? NONE : text;
    }

    /** How long before now, as {@code 45s}, {@code 12m}, {@code 5h} or {@code 3d}. */
    public static String age(JsonNode instant, Instant now) {
        var at = instant(instant);
        return at == null ? NONE : duration(Duration.between(at, now));
    }

    /** The instant, or null. */
    public static Instant instant(JsonNode node) {
        try {
            return node.isString() ? Instant.parse(node.asString()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) {
            return seconds + "s";
        }
        if (seconds < 2 * 3600) {
            return seconds / 60 + "m";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    /** Mebibytes, in gibibytes when these are whole enough to be read. */
    public static String megabytes(JsonNode node) {
        if (!node.isNumber()) {
            return NONE;
        }
        long mb = node.asLong();
        if (mb < 10 * MB_OF_GB && mb % MB_OF_GB != 0) {
            return mb + "M";
        }
        return mb % MB_OF_GB == 0 ? mb / MB_OF_GB + "G" : number((double) mb / MB_OF_GB) + "G";
    }

    /** Without a fraction where there is none. */
    public static String number(JsonNode node) {
        return node.isNumber() ? number(node.asDouble()) : NONE;
    }

    public static String number(double value) {
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    public static String percent(JsonNode node) {
        return node.isNumber() ? number(node.asDouble()) + "%" : NONE;
    }

    public static String labels(JsonNode labels) {
        return labels.properties().stream()
                .map(e -> e.getKey() + "=" + e.getValue().asString(""))
                .collect(Collectors.joining(","));
    }

    public static String list(JsonNode array) {
        return array.valueStream().map(Cells::text).collect(Collectors.joining(","));
    }
}
