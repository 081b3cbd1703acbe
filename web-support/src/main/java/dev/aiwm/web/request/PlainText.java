package dev.aiwm.web.request;

import dev.aiwm.contracts.UnpairedSurrogates;

/**
 * Text that every store, line and engine behind the edge can carry. A few characters are none of
 * it, and they are of no use to anyone.
 */
final class PlainText {
    static final String RULE = "must not contain U+0000 or half of a surrogate pair";

    private PlainText() {}

    static boolean is(String text) {
        return text.indexOf('\0') < 0 && !UnpairedSurrogates.areIn(text);
    }
}
