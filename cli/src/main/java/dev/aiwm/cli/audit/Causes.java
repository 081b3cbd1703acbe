package dev.aiwm.cli.audit;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@Command(
        name = "causes",
        description = "What led to an event, and what it led to",
        footer = {
            "",
            "The id is that of an event, a request's correlation or a message; `aiwm audit history -o id` tells ids of events.",
            "",
            "Examples:",
            "  aiwm audit causes 0f6c8d0e-4f3c-4f0b-9b3b-0d6f8d2f7c11"
        })
final class Causes extends Verb {
    private static final Entity CAUSE =
            new Entity(
                    List.of(
                            Column.of("TIME", c -> text(c.path("at"))),
                            Column.of("WHAT", c -> text(c.path("kind")))),
                    c -> text(c.path("id")),
                    c -> text(c.path("type")));

    @Parameters(paramLabel = "ID", description = "of an event, a request or a message")
    private String id;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var view = api().get("/api/audit/causes/" + part(id)).body();
        if (!shown.format().isTable()) {
            shown.output(around()).one(view, CAUSE);
            return 0;
        }
        new Tree(view).roots().forEach(line -> out().println(line));
        if (view.path("truncated").asBoolean(false)) {
            err().println("there is more than is shown");
        }
        return 0;
    }

    /** The graph as lines; what has several causes is told under the first. */
    private static final class Tree {
        private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
        private final Map<String, List<String>> effects = new HashMap<>();
        private final Set<String> caused = new HashSet<>();
        private final Set<String> told = new HashSet<>();
        private final String asked;

        private Tree(JsonNode view) {
            asked = text(view.path("id"));
            view.path("nodes").forEach(node -> nodes.put(text(node.path("id")), node));
            for (var edge : view.path("edges")) {
                effects.computeIfAbsent(text(edge.path("from")), it -> new java.util.ArrayList<>())
                        .add(text(edge.path("to")));
                caused.add(text(edge.path("to")));
            }
            effects.values().forEach(list -> list.sort(Comparator.comparing(this::timeOf)));
        }

        private String timeOf(String cause) {
            return text(nodes.get(cause).path("at"));
        }

        private Stream<String> roots() {
            return nodes.keySet().stream().filter(node -> !caused.contains(node)).toList().stream()
                    .flatMap(root -> lines(root, 0));
        }

        private Stream<String> lines(String cause, int depth) {
            if (!told.add(cause)) {
                return Stream.empty();
            }
            var node = nodes.get(cause);
            var line =
                    Stream.of(
                                    text(node.path("at")),
                                    text(node.path("kind")),
                                    text(node.path("type")),
                                    text(node.path("entity")),
                                    text(node.path("entityId")),
                                    text(node.path("actor")),
                                    cause.equals(asked) ? "<--" : "")
                            .filter(word -> !word.isEmpty())
                            .collect(java.util.stream.Collectors.joining(" "));
            return Stream.concat(
                    Stream.of("  ".repeat(depth) + line),
                    effects.getOrDefault(cause, List.of()).stream()
                            .filter(nodes::containsKey)
                            .toList()
                            .stream()
                            .flatMap(effect -> lines(effect, depth + 1)));
        }
    }
}
