package dev.aiwm.cli.output;

import tools.jackson.databind.JsonNode;

import java.util.function.Function;

/** One column of a table; an optional one is left out when nothing is in it. */
public record Column(
        String title, Function<JsonNode, String> cell, boolean wide, boolean optional) {
    public static Column of(String title, Function<JsonNode, String> cell) {
        return new Column(title, cell, false, false);
    }

    public static Column wide(String title, Function<JsonNode, String> cell) {
        return new Column(title, cell, true, false);
    }

    public static Column optional(String title, Function<JsonNode, String> cell) {
        return new Column(title, cell, false, true);
    }
}
