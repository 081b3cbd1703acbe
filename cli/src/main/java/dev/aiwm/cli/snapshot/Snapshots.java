package dev.aiwm.cli.snapshot;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.execution.Progress;
import dev.aiwm.cli.http.Answer;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;

@Command(
        name = "snapshot",
        aliases = "snapshots",
        description = "Keep what a virtual machine is now, and go back to it",
        footer = {
            "",
            "Examples:",
            "  aiwm snapshot create vm-1 before-upgrade --wait",
            "  aiwm snapshot list vm-1",
            "  aiwm snapshot restore vm-1 before-upgrade --wait",
            "  aiwm snapshot delete vm-1 before-upgrade"
        })
public final class Snapshots extends Verb {
    private static final String RESOURCE = "name or id of the machine";
    private static final String SNAPSHOT = "name or id of the snapshot";

    @Override
    public Integer call() {
        throw Trouble.usage("what of snapshots?", "create, list, restore or delete");
    }

    @Command(name = "create", description = "Take one")
    int create(
            @Parameters(index = "0", paramLabel = "RESOURCE", description = RESOURCE)
                    String resource,
            @Parameters(index = "1", paramLabel = "NAME", description = "what to call it")
                    String name,
            @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
                    String description,
            @Mixin Waiting waiting) {
        var body = Json.object().put("name", name);
        if (description != null) {
            body.put("description", description);
        }
        var answer = api().post(path(Names.id(api(), resource)), body);
        return end("snapshot " + name, answer, waiting);
    }

    @Command(name = "list", aliases = "ls", description = "Show those of a machine")
    int list(
            @Parameters(paramLabel = "RESOURCE", description = RESOURCE) String resource,
            @Mixin Shown shown) {
        var items = of(Names.id(api(), resource)).valueStream().toList();
        shown.output(around()).list(items, Kind.SNAPSHOTS.entity(now()));
        return 0;
    }

    @Command(name = "restore", description = "Take a machine back to one; what was since is lost")
    int restore(
            @Parameters(index = "0", paramLabel = "RESOURCE", description = RESOURCE)
                    String resource,
            @Parameters(index = "1", paramLabel = "SNAPSHOT", description = SNAPSHOT)
                    String snapshot,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes,
            @Mixin Waiting waiting) {
        var id = Names.id(api(), resource);
        var path = path(id) + "/" + part(find(id, snapshot));
        confirm("Take " + resource + " back to " + snapshot + " and lose what was since?", yes);
        return end("restore of " + snapshot, api().post(path + "/restore", Json.object()), waiting);
    }

    @Command(name = "delete", aliases = "rm", description = "Delete one")
    int delete(
            @Parameters(index = "0", paramLabel = "RESOURCE", description = RESOURCE)
                    String resource,
            @Parameters(index = "1", paramLabel = "SNAPSHOT", description = SNAPSHOT)
                    String snapshot,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes,
            @Mixin Waiting waiting) {
        var id = Names.id(api(), resource);
        var path = path(id) + "/" + part(find(id, snapshot));
        confirm("Delete the snapshot " + snapshot + " of " + resource + "?", yes);
        return end("deletion of " + snapshot, api().delete(path, Map.of()), waiting);
    }

    private int end(String what, Answer answer, Waiting waiting) {
        if (answer.hasBegun() && waiting.wanted()) {
            new Progress(api(), around(), waiting.timeout()).await(answer.executionId());
        }
        var how = !answer.hasBegun() ? "was so already" : waiting.wanted() ? "done" : "begun";
        out().println(what + ": " + how);
        return 0;
    }

    private static String path(String resourceId) {
        return "/api/resources/" + resourceId + "/snapshots";
    }

    private JsonNode of(String resourceId) {
        return api().get(path(resourceId)).body().path("snapshots");
    }

    private String find(String resourceId, String reference) {
        return of(resourceId)
                .valueStream()
                .filter(
                        s ->
                                reference.equals(text(s.path("name")))
                                        || reference.equals(text(s.path("id"))))
                .map(s -> text(s.path("id")))
                .findFirst()
                .orElseThrow(
                        () ->
                                Trouble.notFound(
                                        "there is no snapshot '" + reference + "'",
                                        "see: aiwm snapshot list RESOURCE"));
    }
}
