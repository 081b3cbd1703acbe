package dev.aiwm.cli.listing;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

@Command(
        name = "fleet",
        description = "Show all nodes and how many resources there are, now or at one past instant",
        footer = {"", "Examples:", "  aiwm fleet", "  aiwm fleet --at 24h -o json"})
public final class Fleet extends Verb {
    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "as it was then: an instant, or how long ago as in 10m")
    private String at;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var view = api().get("/api/fleet", new Query().with("at", instant(at))).body();
        Entity nodes = Kind.NODES.entity(now());
        if (!shown.format().isTable() && !shown.format().isReference()) {
            shown.output(around()).one(view, nodes);
            return 0;
        }
        shown.output(around())
                .list(view.path("nodes").valueStream().map(n -> n.path("node")).toList(), nodes);
        if (shown.format().isTable()) {
            var resources = view.path("resources");
            out().println();
            out().println(
                            text(resources.path("total"))
                                    + " resources: "
                                    + counts(resources.path("byStatus")));
            out().println("position " + text(view.path("position")));
        }
        return 0;
    }

    private static String counts(JsonNode byStatus) {
        return byStatus.properties().stream()
                .map(entry -> text(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
