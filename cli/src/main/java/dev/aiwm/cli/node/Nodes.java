package dev.aiwm.cli.node;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

@Command(
        name = "node",
        aliases = "nodes",
        description = "Add nodes, let their agents in, keep new work away, take them out",
        footer = {
            "",
            "Examples:",
            "  aiwm node add gpu-7 -l zone=a          # prints what to run on the machine",
            "  aiwm node cordon gpu-7 --reason 'new disks on Friday'",
            "  aiwm node fence gpu-7 --reason 'does not answer'",
            "  aiwm node remove gpu-7"
        })
public final class Nodes extends Verb {
    private static final String NODE = "the node's id";
    private static final String PATH = "/api/nodes/";

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var kind = Kind.NODES;
        shown.output(around()).list(api().list(kind.path(), new Query(), 0), kind.entity(now()));
        return 0;
    }

    @Command(name = "add", description = "Make a node known, and a token for its agent")
    int add(
            @Parameters(paramLabel = "ID", description = "what to call it for good") String id,
            @Option(names = "--name", paramLabel = "TEXT", description = "for people") String name,
            @Option(names = "--description", paramLabel = "TEXT", description = "what it is")
                    String description,
            @Option(
                            names = {"-l", "--label"},
                            paramLabel = "NAME=VALUE",
                            description = "of the node, for --selector")
                    Map<String, String> labels,
            @Option(
                            names = "--cpu-overcommit",
                            paramLabel = "FACTOR",
                            description = "how often each processor may be claimed")
                    Double overcommit,
            @Option(names = "--shared", description = "for every organisation, not only yours")
                    boolean shared) {
        var body = Json.object().put("nodeId", id).put("name", name == null ? id : name);
        if (shared) {
            body.put("shared", true);
        }
        if (description != null) {
            body.put("description", description);
        }
        if (labels != null) {
            labels.forEach(body.withObjectProperty("labels")::put);
        }
        if (overcommit != null) {
            body.put("cpuOvercommit", overcommit);
        }
        api().post("/api/nodes", body);
        err().println("node " + id + " is known; its agent gets in with:");
        return tell(issue(id, Json.object()), true);
    }

    @Command(name = "edit", description = "Change what it is called, its labels or its factor")
    int edit(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(names = "--name", paramLabel = "TEXT", description = "for people") String name,
            @Option(names = "--description", paramLabel = "TEXT", description = "what it is")
                    String description,
            @Option(
                            names = {"-l", "--label"},
                            paramLabel = "NAME=VALUE",
                            description = "to be set; without a value to be taken away",
                            mapFallbackValue = "")
                    Map<String, String> labels,
            @Option(
                            names = "--cpu-overcommit",
                            paramLabel = "FACTOR",
                            description = "how often each processor may be claimed")
                    Double overcommit) {
        var body = Json.object();
        if (name != null) {
            body.put("name", name);
        }
        if (description != null) {
            body.put("description", description);
        }
        if (overcommit != null) {
            body.put("cpuOvercommit", overcommit);
        }
        Json.labels(body, labels);
        api().patch(PATH + part(id), body, Map.of());
        return done(id, "changed");
    }

    @Command(name = "token", description = "Make a further token for a node's agent; shown once")
    int token(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(names = "--expires-in", paramLabel = "TIME", description = "as in 30d")
                    String expiresIn,
            @Option(names = "--description", paramLabel = "TEXT", description = "whose it is")
                    String description,
            @Option(
                            names = "--command",
                            description = "the command to run on the node, not the token alone")
                    boolean command) {
        var body = Json.object();
        if (expiresIn != null) {
            body.put("expiresIn", duration(expiresIn).toSeconds());
        }
        if (description != null) {
            body.put("description", description);
        }
        return tell(issue(id, body), command);
    }

    private JsonNode issue(String id, ObjectNode body) {
        return api().post(PATH + part(id) + "/token", body).body();
    }

    private int tell(JsonNode token, boolean command) {
        out().println(
                        command
                                ? "CONTROLLER_URL=%s NODE_ID=%s NODE_TOKEN=%s aiwm agent"
                                        .formatted(
                                                api().server(),
                                                text(token.path("nodeId")),
                                                text(token.path("token")))
                                : text(token.path("token")));
        err().println("good until " + text(token.path("expiresAt")));
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Let a token of a node, or all of them, be good no longer")
    int revoke(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(names = "--token-id", paramLabel = "ID", description = "this one alone")
                    String tokenId) {
        var query = new Query().with("tokenId", tokenId);
        api().delete(PATH + part(id) + "/token" + query, Map.of());
        return done(id, tokenId == null ? "all tokens revoked" : "token revoked");
    }

    @Command(name = "cordon", description = "Place nothing new on it")
    int cordon(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(names = "--reason", paramLabel = "TEXT", description = "why") String reason) {
        var body = Json.object();
        if (reason != null) {
            body.put("reason", reason);
        }
        return act(id, "cordon", body, "cordoned");
    }

    @Command(name = "uncordon", description = "Let things be placed on it again")
    int uncordon(@Parameters(paramLabel = "NODE", description = NODE) String id) {
        return act(id, "uncordon", Json.object(), "uncordoned");
    }

    @Command(
            name = "fence",
            description = "Cut it off and keep its agent out; what runs there becomes unknown")
    int fence(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
                    String reason,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Fence " + id + "?", yes);
        return act(id, "fence", Json.object().put("reason", reason), "fenced");
    }

    @Command(name = "unfence", description = "Let its agent in again")
    int unfence(@Parameters(paramLabel = "NODE", description = NODE) String id) {
        return act(id, "unfence", Json.object(), "unfenced");
    }

    @Command(
            name = "remove",
            aliases = "rm",
            description = "Take it out; refused while anything is claimed on it")
    int remove(
            @Parameters(paramLabel = "NODE", description = NODE) String id,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Remove the node " + id + "?", yes);
        api().delete(PATH + part(id), Map.of());
        return done(id, "removed");
    }

    private int act(String id, String action, ObjectNode body, String done) {
        if (id.isBlank()) {
            throw Trouble.usage("which node?", "see: aiwm get nodes");
        }
        api().post(PATH + part(id) + "/" + action, body);
        return done(id, done);
    }

    private int done(String id, String what) {
        out().println(id + ": " + what);
        return 0;
    }
}
