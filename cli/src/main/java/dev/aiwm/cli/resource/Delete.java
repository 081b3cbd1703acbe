package dev.aiwm.cli.resource;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Answer;
import dev.aiwm.cli.http.Query;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Command(
        name = "delete",
        aliases = "rm",
        description = "Delete resources with all that is on their disks",
        footer = {"", "Examples:", "  aiwm delete web --wait", "  aiwm delete -l team=ml --yes"})
public final class Delete extends Act {
    @Option(
            names = {"-y", "--yes"},
            description = "do not ask on a terminal")
    private boolean yes;

    @Option(names = "--force", description = "also what its node cannot confirm")
    private boolean force;

    @Override
    String word() {
        return "delete";
    }

    @Override
    void ask(List<JsonNode> resources) {
        if (!resources.isEmpty()) {
            var names =
                    resources.stream()
                            .map(r -> text(r.path("name")))
                            .collect(Collectors.joining(", "));
            confirm("Delete " + names + "?", yes);
        }
    }

    @Override
    Answer begin(String id) {
        var query = new Query().with("force", force ? true : null);
        return api().delete("/api/resources/" + id + query, Map.of());
    }
}
