package dev.aiwm.contracts.schedule.timing;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One field of a cron expression: the numbers that it names.
 *
 * @param restricted it names some numbers only; a star, with or without steps, does not
 */
record CronField(BitSet numbers, boolean restricted) {
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> DAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** Which field it is, with the numbers that may stand there. */
    enum Kind {
        MINUTE("minute", 0, 59, List.of()),
        HOUR("hour", 0, 23, List.of()),
        DAY_OF_MONTH("day of month", 1, 31, List.of()),
        MONTH("month", 1, 12, MONTHS),
        DAY_OF_WEEK("day of week", 0, 7, DAYS);

        private final String words;
        private final int least;
        private final int most;
        private final List<String> names;

        Kind(String words, int least, int most, List<String> names) {
            this.words = words;
            this.least = least;
            this.most = most;
            this.names = names;
        }
    }

    static CronField parse(Kind kind, String text) {
        var numbers = new BitSet();
        boolean restricted = false;
        for (String part : text.split(",", -1)) {
            restricted |= !part.startsWith("*");
            add(kind, part, numbers);
        }
        return new CronField(numbers, restricted);
    }

    private static void add(Kind kind, String part, BitSet numbers) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2) {
            throw wrong(kind, part);
        }
        int step = stepped.length == 1 ? 1 : number(kind, stepped[1], part);
        if (step < 1) {
            throw wrong(kind, part);
        }
        int from = kind.least;
        int to = kind == Kind.DAY_OF_WEEK ? kind.most - 1 : kind.most;
        if (!stepped[0].equals("*")) {
            String[] range = stepped[0].split("-", -1);
            if (range.length > 2) {
                throw wrong(kind, part);
            }
            from = value(kind, range[0], part);
            if (range.length == 2) {
                to = value(kind, range[1], part);
            } else if (stepped.length == 1) {
                to = from;
            }
        }
        if (from > to) {
            throw wrong(kind, part);
        }
        for (int each = from; each <= to; each += step) {
            numbers.set(kind == Kind.DAY_OF_WEEK ? each % 7 : each);
        }
    }

    private static int value(Kind kind, String text, String part) {
        int named = kind.names.indexOf(text.toLowerCase(Locale.ROOT));
        int value = named < 0 ? number(kind, text, part) : named + (kind == Kind.MONTH ? 1 : 0);
        if (value < kind.least || value > kind.most) {
            throw wrong(kind, part);
        }
        return value;
    }

    private static int number(Kind kind, String text, String part) {
        if (!text.matches("[0-9]{1,2}")) {
            throw wrong(kind, part);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(Kind kind, String part) {
        return new IllegalArgumentException(
                "'%s' cannot be a %s, which is from %d to %d"
                        .formatted(part, kind.words, kind.least, kind.most));
    }

    boolean has(int number) {
        return numbers.get(number);
    }
}
