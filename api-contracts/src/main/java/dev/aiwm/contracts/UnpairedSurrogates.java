package dev.aiwm.contracts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Halves of characters that stand alone in a text. There is no UTF-8 for them: a line that is given
 * one breaks, and a store keeps another text than it was given.
 */
public final class UnpairedSurrogates {
    /** The regular expression takes a pair for one character, which is no surrogate. */
    private static final Pattern UNPAIRED = Pattern.compile("\\p{Cs}");

    private UnpairedSurrogates() {}

    public static boolean areIn(String text) {
        return UNPAIRED.matcher(text).find();
    }

    /**
     * JSON that says the same and can be sent. Such a half can only be within a string of it, where
     * an escape means what it means.
     */
    public static String escapedIn(String json) {
        return UNPAIRED.matcher(json)
                .replaceAll(
                        half ->
                                String.format(
                                        Locale.ROOT, "\\\\u%04x", (int) half.group().charAt(0)));
    }
}
