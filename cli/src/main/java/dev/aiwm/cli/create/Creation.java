package dev.aiwm.cli.create;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.execution.Progress;
import dev.aiwm.cli.http.Answer;
import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Surroundings;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Waiting;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Supplier;

/** Sends what is to be created, and tells what became of it. */
final class Creation {
    @Mixin private Waiting waiting;
    @Mixin private Shown shown;

    @Option(names = "--dry-run", description = "show what would be sent, as YAML, and send nothing")
    private boolean dryRun;

    void send(Supplier<Api> api, ObjectNode body, Surroundings around) {
        if (dryRun) {
            around.out().print(Yaml.write(body));
            return;
        }
        var answer = api.get().post("/api/resources", body);
        if (waiting.wanted() && answer.executionId() != null) {
            new Progress(api.get(), around, waiting.timeout()).await(answer.executionId());
        }
        tell(api.get(), answer, around);
    }

    private void tell(Api api, Answer answer, Surroundings around) {
        var created = answer.body();
        if (shown.asked()) {
            var kind = Kind.RESOURCES;
            shown.output(around)
                    .one(
                            waiting.wanted() ? again(api, created) : created,
                            kind.entity(around.clock().instant()));
            return;
        }
        around.out()
                .println(
                        "%s: %s on %s, id %s"
                                .formatted(
                                        text(created.path("name")),
                                        waiting.wanted() ? "created" : "creation begun",
                                        text(created.path("nodeId")),
                                        text(created.path("_id"))));
    }

    private static JsonNode again(Api api, JsonNode created) {
        return api.get("/api/resources/" + text(created.path("_id"))).body();
    }
}
