package dev.aiwm.cli.output;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.Function;

/** How one kind of thing is shown. */
public record Entity(
        List<Column> columns, Function<JsonNode, String> id, Function<JsonNode, String> name) {}
