package dev.aiwm.contracts.bulk;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names of snapshots that nobody is there to name: text with places to fill in. What is filled in
 * may come from different hands, each with its own places.
 */
public final class SnapshotNames {
    private static final int LONGEST = 255;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH-mm-ss", Locale.ROOT);

    private SnapshotNames() {}

    /** Fills in `{date}` and `{time}`, as a clock on the wall there shows them. */
    public static String at(String template, ZonedDateTime time) {
        return cut(
                template.replace("{date}", DATE.format(time)).replace("{time}", TIME.format(time)));
    }

    /** Fills in `{resource}`. */
    public static String of(String template, String resourceName) {
        return cut(template.replace("{resource}", resourceName));
    }

    /** Fills in `{schedule}`. */
    public static String by(String template, String scheduleName) {
        return cut(template.replace("{schedule}", scheduleName));
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
