package dev.aiwm.cli.listing;

import static dev.aiwm.cli.http.Api.part;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Cells;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

@Command(
        name = "describe",
        description = "Tell everything about one resource, node, execution or another thing",
        footer = {
            "",
            "Examples:",
            "  aiwm describe web",
            "  aiwm describe node gpu-7",
            "  aiwm describe execution 6b0172aa7389769c52e2cac7"
        })
public final class Describe extends Verb {
    private static final int INDENT = 2;
    private static final int GAP = 3;

    @Parameters(
            arity = "1..2",
            paramLabel = "[KIND] NAME",
            description = "a resource, unless another kind is named")
    private List<String> words;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "as it was then: an instant, or how long ago as in 10m")
    private String at;

    @Override
    public Integer call() {
        var kind = words.size() == 1 ? Kind.RESOURCES : Kind.of(words.get(0));
        var reference = words.get(words.size() - 1);
        var instant = instant(at);
        var then = instant == null ? null : instant.toString();
        switch (kind) {
            case RESOURCES -> print(Names.find(api(), reference, then));
            case NODES,
                    EXECUTIONS,
                    PROJECTIONS,
                    DEAD_LETTERS,
                    BULK_OPERATIONS,
                    SCHEDULES,
                    USERS -> {
                print(
                        api().get(kind.path() + "/" + part(reference), new Query().with("at", then))
                                .body());
                if (kind == Kind.NODES && then == null) {
                    ledger(reference);
                }
            }
            default ->
                    throw Trouble.usage(
                            kind.plural() + " are not described one by one",
                            "see: aiwm get " + kind.plural());
        }
        return 0;
    }

    private void ledger(String node) {
        var body = api().get("/api/nodes/" + part(node) + "/allocations").body();
        var items = body.path("items").valueStream().toList();
        out().println("allocations:" + (items.isEmpty() ? " none" : ""));
        if (!items.isEmpty()) {
            var columns =
                    Kind.ALLOCATIONS.entity(now()).columns().stream()
                            .filter(c -> !c.wide())
                            .toList();
            var table = new Table(columns.stream().map(c -> c.title()).toList());
            items.forEach(i -> table.add(columns.stream().map(c -> c.cell().apply(i)).toList()));
            table.print(out(), true, around().colour());
        }
    }

    private void print(JsonNode view) {
        print(view, 0, out());
    }

    /** Names and values under each other; lists of things of one shape as tables. */
    private void print(JsonNode object, int indent, PrintWriter out) {
        int width =
                object.propertyStream()
                        .filter(e -> !e.getValue().isContainer())
                        .mapToInt(e -> e.getKey().length())
                        .max()
                        .orElse(0);
        for (var entry : object.properties()) {
            var value = entry.getValue();
            var label = " ".repeat(indent) + entry.getKey() + ":";
            if (value.isNull() || value.isContainer() && value.isEmpty()) {
                continue;
            }
            if (value.isObject()) {
                out.println(label);
                print(value, indent + INDENT, out);
            } else if (value.isArray() && value.get(0).isObject()) {
                out.println(label);
                table(value, indent + INDENT, out);
            } else {
                int gap = Math.max(1, width + GAP + indent - label.length());
                out.println(label + " ".repeat(gap) + Table.oneLine(textOf(value)));
            }
        }
    }

    private String textOf(JsonNode value) {
        return value.isArray() ? Cells.list(value) : withAge(Cells.text(value), value);
    }

    private String withAge(String text, JsonNode value) {
        return Cells.instant(value) == null
                ? text
                : text + " (" + Cells.age(value, now()) + " ago)";
    }

    private static void table(JsonNode array, int indent, PrintWriter out) {
        var fields = new ArrayList<String>();
        array.forEach(
                item ->
                        item.properties()
                                .forEach(
                                        e -> {
                                            if (!fields.contains(e.getKey())
                                                    && !e.getValue().isObject()) {
                                                fields.add(e.getKey());
                                            }
                                        }));
        var titles = new ArrayList<>(fields);
        titles.replaceAll(f -> f.toUpperCase(java.util.Locale.ROOT));
        if (!titles.isEmpty()) {
            titles.set(0, " ".repeat(indent) + titles.get(0));
        }
        var table = new Table(titles);
        for (var item : array) {
            var row = new ArrayList<String>();
            for (var field : fields) {
                var value = item.path(field);
                row.add(
                        (row.isEmpty() ? " ".repeat(indent) : "")
                                + (value.isArray() ? Cells.list(value) : Cells.text(value)));
            }
            table.add(row);
        }
        table.print(out, true, false);
    }
}
