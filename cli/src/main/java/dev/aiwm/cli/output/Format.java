package dev.aiwm.cli.output;

import dev.aiwm.cli.session.Trouble;

import java.util.Locale;

/** What {@code -o} says. */
public record Format(Kind kind, String template) {
    /** The forms of output. */
    public enum Kind {
        TABLE,
        WIDE,
        JSON,
        YAML,
        NAME,
        ID,
        JSONPATH
    }

    private static final String JSONPATH = "jsonpath=";

    public static Format of(String text) {
        if (text == null) {
            return new Format(Kind.TABLE, null);
        }
        if (text.startsWith(JSONPATH)) {
            return new Format(Kind.JSONPATH, text.substring(JSONPATH.length()));
        }
        for (var kind : Kind.values()) {
            if (kind != Kind.JSONPATH && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return new Format(kind, null);
            }
        }
        throw Trouble.usage(
                "unknown output '" + text + "'",
                "known: table, wide, json, yaml, name, id, jsonpath=TEMPLATE");
    }

    /** Whether each thing is one word that can be given to another verb. */
    public boolean isReference() {
        return kind == Kind.NAME || kind == Kind.ID;
    }

    public boolean isTable() {
        return kind == Kind.TABLE || kind == Kind.WIDE;
    }
}
