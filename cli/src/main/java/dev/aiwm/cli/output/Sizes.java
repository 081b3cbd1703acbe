package dev.aiwm.cli.output;

import dev.aiwm.cli.session.Trouble;

import java.util.Locale;
import java.util.regex.Pattern;

/** Sizes as one writes them. */
public final class Sizes {
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*([MGT]?)(I?B)?");
    private static final long MB_OF_GB = 1024;

    private Sizes() {}

    /** Mebibytes of {@code 512M}, {@code 8G} or a bare number, which is mebibytes already. */
    public static Long megabytes(String text) {
        return text == null ? null : size(text, "M");
    }

    /** Gibibytes of {@code 50}, {@code 50G} or {@code 2T}. */
    public static Long gigabytes(String text) {
        if (text == null) {
            return null;
        }
        long mb = size(text, "G");
        if (mb % MB_OF_GB != 0) {
            throw Trouble.usage(
                    "'" + text + "' is no whole number of gigabytes", "for example 50G");
        }
        return mb / MB_OF_GB;
    }

    private static long size(String text, String unitOfBare) {
        var matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw Trouble.usage("'" + text + "' is no size", "for example 512M or 8G");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2).isEmpty() ? unitOfBare : matcher.group(2)) {
            case "M" -> amount;
            case "G" -> amount * MB_OF_GB;
            default -> amount * MB_OF_GB * MB_OF_GB;
        };
    }
}
