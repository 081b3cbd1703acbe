package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

@Command(
        name = "diff",
        description = "What is different between two instants, and the event behind it",
        footer = {
            "",
            "Examples:",
            "  aiwm diff web --from 24h",
            "  aiwm diff node gpu-7 --from 2026-11-20T08:00:00Z --to 2026-11-20T18:00:00Z",
            "  aiwm diff fleet --from 1h"
        })
public final class Diff extends Verb {
    private static final String FLEET = "fleet";
    private static final int PAGE = 200;

    @Parameters(
            arity = "1..2",
            paramLabel = "[KIND] NAME",
            description = "a resource, unless it is `node NAME`, or `fleet` for all of them")
    private List<String> words;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            description = "as it was then; as in 24h")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "and then; now without it")
    private String to;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var query = new Query().with("from", instant(from)).with("to", instant(to));
        if (words.equals(List.of(FLEET))) {
            var changes =
                    api().list("/api/fleet/diff", query, 0, PAGE).stream()
                            .flatMap(Diff::named)
                            .toList();
            shown.output(around()).list(changes, Trail.CHANGE);
            return 0;
        }
        var body = api().get(Subjects.path(api(), words) + "/diff", query).body();
        if (shown.format().isTable() || shown.format().isReference()) {
            shown.output(around()).list(body.path("changes").valueStream().toList(), Trail.CHANGE);
        } else {
            shown.output(around()).one(body, Trail.CHANGE);
        }
        return 0;
    }

    /** Each change with what changed. */
    private static Stream<JsonNode> named(JsonNode entity) {
        return entity.path("changes")
                .valueStream()
                .map(
                        change -> {
                            ObjectNode named =
                                    Json.object()
                                            .put("entity", text(entity.path("entity")))
                                            .put("id", text(entity.path("id")));
                            change.properties()
                                    .forEach(field -> named.set(field.getKey(), field.getValue()));
                            return named;
                        });
    }
}
