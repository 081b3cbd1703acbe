package dev.aiwm.cli.live;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.number;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

@Command(
        name = "metrics",
        description = "Show what a resource or node used over time",
        footer = {
            "",
            "Examples:",
            "  aiwm metrics web --from 1h",
            "  aiwm metrics node gpu-7 --from 24h --step 10m -o json"
        })
public final class Metrics extends Verb {
    @Parameters(
            arity = "1..2",
            paramLabel = "[KIND] NAME",
            description = "a resource, unless it is `node NAME`")
    private List<String> words;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            defaultValue = "1h",
            description = "not before (default: ${DEFAULT-VALUE} ago)")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "not after; now without it")
    private String to;

    @Option(names = "--step", paramLabel = "TIME", description = "one row for so long, as in 5m")
    private String step;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var query =
                new Query()
                        .with("from", instant(from))
                        .with("to", instant(to))
                        .with("step", step == null ? null : duration(step).toSeconds() + "s");
        var view = api().get(path() + "/metrics/history", query).body();
        var points = view.path("points").valueStream().toList();
        if (shown.format().isTable()) {
            shown.output(around()).list(points, entity(points));
        } else {
            shown.output(around()).one(view, entity(points));
        }
        return 0;
    }

    private String path() {
        var kind = words.size() == 1 ? Kind.RESOURCES : Kind.of(words.get(0));
        var reference = words.get(words.size() - 1);
        return switch (kind) {
            case RESOURCES -> kind.path() + "/" + Names.id(api(), reference);
            case NODES -> kind.path() + "/" + part(reference);
            default ->
                    throw Trouble.usage(
                            kind.plural() + " have no figures", "resources and nodes have");
        };
    }

    /** A column for each figure that any point has. */
    private static Entity entity(List<JsonNode> points) {
        var names = new LinkedHashSet<String>();
        points.forEach(point -> names.addAll(point.path("values").propertyNames()));
        var columns = new ArrayList<Column>();
        columns.add(Column.of("TIME", p -> text(p.path("at"))));
        names.forEach(
                name -> columns.add(Column.of(name, p -> number(p.path("values").path(name)))));
        return new Entity(columns, p -> text(p.path("at")), p -> text(p.path("at")));
    }
}
