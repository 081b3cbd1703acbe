package dev.aiwm.cli.output;

import dev.aiwm.cli.http.Json;

import tools.jackson.databind.JsonNode;

import java.io.PrintWriter;
import java.util.List;

/** Shows entities in the form that is asked for. */
public final class Output {
    private final PrintWriter out;
    private final Format format;
    private final boolean colour;
    private boolean titles;

    /** Of a list that goes on: how wide its columns are so far, or null. */
    private int[] widths;

    public Output(PrintWriter out, Format format, boolean titles, boolean colour) {
        this.out = out;
        this.format = format;
        this.titles = titles;
        this.colour = colour;
    }

    /** From here on columns stay where they are, and titles are shown once. */
    public Output steady() {
        widths = new int[0];
        return this;
    }

    /** A list, as an object with {@code items} where a tree is asked for. */
    public void list(List<JsonNode> items, Entity entity) {
        if (format.isTable()) {
            table(items, entity.columns());
        } else if (format.isReference()) {
            var reference = format.kind() == Format.Kind.ID ? entity.id() : entity.name();
            items.forEach(item -> out.println(Table.oneLine(reference.apply(item))));
        } else {
            var list = Json.object();
            var array = list.putArray("items");
            items.forEach(array::add);
            tree(list);
        }
    }

    /** One, by itself where a tree is asked for. */
    public void one(JsonNode item, Entity entity) {
        if (format.isTable() || format.isReference()) {
            list(List.of(item), entity);
        } else {
            tree(item);
        }
    }

    private void table(List<JsonNode> items, List<Column> columns) {
        var shown =
                columns.stream()
                        .filter(c -> !c.wide() || format.kind() == Format.Kind.WIDE)
                        .filter(c -> !c.optional() || widths != null || hasAny(items, c))
                        .toList();
        var table = new Table(shown.stream().map(Column::title).toList());
        for (var item : items) {
            table.add(shown.stream().map(c -> c.cell().apply(item)).toList());
        }
        if (widths == null) {
            table.print(out, titles, colour);
        } else {
            widths = table.widen(widths);
            table.print(out, titles, colour);
            titles = false;
        }
    }

    private static boolean hasAny(List<JsonNode> items, Column column) {
        return items.stream().anyMatch(item -> !column.cell().apply(item).isEmpty());
    }

    private void tree(JsonNode tree) {
        switch (format.kind()) {
            case YAML -> out.print(Yaml.write(tree));
            case JSONPATH -> {
                var text = new Template(format.template()).apply(tree);
                out.print(text.endsWith("\n") ? text : text + "\n");
            }
            default -> out.println(tree.toPrettyString());
        }
    }
}
