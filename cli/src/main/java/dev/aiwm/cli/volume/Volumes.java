package dev.aiwm.cli.volume;

import static dev.aiwm.cli.http.Api.part;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "volumes",
        aliases = "volume",
        description = "Volumes with names, which outlive the containers that use them",
        footer = {
            "",
            "Examples:",
            "  aiwm volumes gpu-7",
            "  aiwm volumes create gpu-7 pgdata -l team=web",
            "  aiwm volumes rm gpu-7 pgdata"
        })
public final class Volumes extends Verb {
    private static final int CREATED = 201;
    private static final String PATH = "/api/volumes";
    private static final String NODE = "the node's id";

    @Parameters(arity = "0..1", paramLabel = "NODE", description = NODE)
    private String node;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        if (node == null) {
            throw Trouble.usage("the volumes of which node?", "aiwm volumes NODE");
        }
        var items = api().get(PATH, new Query().with("nodeId", node)).body().path("items");
        shown.output(around()).list(items.valueStream().toList(), Kind.VOLUMES.entity(now()));
        return 0;
    }

    @Command(name = "create", description = "Make an empty one; nothing when it is there")
    int create(
            @Parameters(index = "0", paramLabel = "NODE", description = NODE) String on,
            @Parameters(index = "1", paramLabel = "NAME", description = "what to call it")
                    String name,
            @Option(
                            names = {"-l", "--label"},
                            paramLabel = "NAME=VALUE",
                            description = "of the volume")
                    Map<String, String> labels) {
        var body = Json.object().put("nodeId", on).put("name", name);
        if (labels != null) {
            labels.forEach(body.withObjectProperty("labels")::put);
        }
        boolean made = api().post(PATH, body).status() == CREATED;
        out().println("volume " + name + ": " + (made ? "made" : "was there already"));
        return 0;
    }

    @Command(name = "rm", aliases = "delete", description = "Remove one and what is in it")
    int remove(
            @Parameters(index = "0", paramLabel = "NODE", description = NODE) String on,
            @Parameters(index = "1", paramLabel = "NAME", description = "its name") String name,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Remove the volume " + name + " and what is in it?", yes);
        api().delete(PATH + "/" + part(name) + "?nodeId=" + part(on), Map.of());
        out().println("volume " + name + ": removed");
        return 0;
    }
}
