package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;
import static dev.aiwm.cli.output.Cells.textOrDash;

import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.Collectors;

/** How the past is shown. */
final class Trail {
    static final Entity ENTRY =
            new Entity(
                    List.of(
                            Column.of("TIME", e -> text(e.path("timestamp"))),
                            Column.of("EVENT", e -> text(e.path("type"))),
                            Column.of("BY", e -> text(e.path("origin"))),
                            Column.of("CHANGES", e -> changes(e.path("changes"))),
                            Column.wide("ACTOR", Trail::actor),
                            Column.wide("POSITION", e -> text(e.path("position"))),
                            Column.wide("CORRELATION", e -> textOrDash(e.path("correlationId"))),
                            Column.optional("REASON", e -> text(e.path("reason")))),
                    e -> text(e.path("eventId")),
                    e -> text(e.path("type")));

    static final Entity CHANGE =
            new Entity(
                    List.of(
                            Column.optional("ID", c -> text(c.path("id"))),
                            Column.of("FIELD", c -> text(c.path("field"))),
                            Column.of("BEFORE", c -> value(c.path("before"))),
                            Column.of("AFTER", c -> value(c.path("after"))),
                            Column.of("EVENT", c -> textOrDash(c.at("/by/type"))),
                            Column.of("TIME", c -> textOrDash(c.at("/by/timestamp")))),
                    c -> text(c.path("field")),
                    c -> text(c.path("field")));

    private static final int FEW = 3;

    private Trail() {}

    private static String actor(JsonNode entry) {
        var name = entry.path("actorName").asString("");
        var id = textOrDash(entry.path("actor"));
        return name.isEmpty() ? id : name + " (" + id + ")";
    }

    private static String changes(JsonNode changes) {
        var shown =
                changes.valueStream()
                        .filter(
                                c ->
                                        !c.path("before").isContainer()
                                                && !c.path("after").isContainer())
                        .limit(FEW)
                        .map(
                                c ->
                                        text(c.path("field")).substring(1)
                                                + ": "
                                                + value(c.path("before"))
                                                + " -> "
                                                + value(c.path("after")))
                        .collect(Collectors.joining(", "));
        return changes.size() > FEW ? shown + ", ..." : shown;
    }

    private static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        return value.isContainer() ? value.toString() : value.asString();
    }
}
