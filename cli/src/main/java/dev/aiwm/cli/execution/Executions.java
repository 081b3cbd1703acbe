package dev.aiwm.cli.execution;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Documents;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

@Command(
        name = "executions",
        aliases = "execution",
        description = "Show the work that is done, and steer it",
        footer = {
            "",
            "Examples:",
            "  aiwm executions --status running",
            "  aiwm executions wait 6b0172aa7389769c52e2cac7",
            "  aiwm executions cancel 6b0172aa7389769c52e2cac7"
        })
public final class Executions extends Verb {
    private static final String ID = "the id, as `aiwm executions` shows it";

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "one or more, as in running,failed")
    private List<String> statuses;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many of the newest (default: ${DEFAULT-VALUE}); 0 is all")
    private int limit;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var query = new Query().withEach("status", statuses).with("sort", "-startedAt");
        var kind = Kind.EXECUTIONS;
        shown.output(around()).list(api().list(kind.path(), query, limit), kind.entity(now()));
        return 0;
    }

    @Command(name = "wait", description = "Wait for the end of one, with a progress bar")
    int await(
            @Parameters(paramLabel = "EXECUTION", description = ID) String id,
            @Mixin Waiting waiting) {
        new Progress(api(), around(), waiting.timeout()).await(part(id));
        out().println(id + ": succeeded");
        return 0;
    }

    @Command(name = "create", description = "Begin one of your own, with steps from a file")
    int create(
            @Option(
                            names = {"-f", "--file"},
                            required = true,
                            paramLabel = "FILE",
                            description = "YAML or JSON, with name and steps; - is standard input")
                    String file,
            @Mixin Waiting waiting) {
        for (var document : Yaml.read(Documents.text(file, around()))) {
            var id = text(api().post(Kind.EXECUTIONS.path(), document).body().path("executionId"));
            if (waiting.wanted()) {
                new Progress(api(), around(), waiting.timeout()).await(part(id));
            }
            out().println(id + ": " + (waiting.wanted() ? "succeeded" : "begun"));
        }
        return 0;
    }

    @Command(name = "steps", description = "Show each attempt of each step with its times")
    int steps(@Parameters(paramLabel = "EXECUTION", description = ID) String id) {
        var items = api().get(path(id) + "/steps").body().path("items");
        out().print(Yaml.write(items));
        return 0;
    }

    @Command(name = "pause", description = "Begin no further step; its deadline goes on")
    int pause(
            @Parameters(paramLabel = "EXECUTION", description = ID) String id,
            @Option(names = "--reason", paramLabel = "TEXT", description = "why") String reason) {
        var body = Json.object();
        if (reason != null) {
            body.put("reason", reason);
        }
        api().post(path(id) + "/pause", body);
        out().println(id + ": paused");
        return 0;
    }

    @Command(name = "resume", description = "Let a paused one go on")
    int resume(@Parameters(paramLabel = "EXECUTION", description = ID) String id) {
        api().post(path(id) + "/resume", Json.object());
        out().println(id + ": goes on");
        return 0;
    }

    @Command(name = "edit", description = "Change its deadline or labels")
    int edit(
            @Parameters(paramLabel = "EXECUTION", description = ID) String id,
            @Option(names = "--timeout-at", paramLabel = "INSTANT", description = "its deadline")
                    String timeoutAt,
            @Option(
                            names = {"-l", "--label"},
                            paramLabel = "NAME=VALUE",
                            description = "to be set; without a value to be taken away",
                            mapFallbackValue = "")
                    Map<String, String> labels) {
        var body = Json.object();
        if (timeoutAt != null) {
            body.put("timeoutAt", timeoutAt);
        }
        Json.labels(body, labels);
        api().patch(path(id), body, Map.of());
        out().println(id + ": changed");
        return 0;
    }

    @Command(name = "cancel", description = "End one before its time; what it began is undone")
    int cancel(@Parameters(paramLabel = "EXECUTION", description = ID) String id) {
        var answer = api().delete(path(id), Map.of());
        out().println(id + ": " + (answer.hasBegun() ? "being cancelled" : "had ended already"));
        return 0;
    }

    @Command(
            name = "retry",
            description = "Do again what did not succeed, of steps of your own choice")
    int retry(
            @Parameters(paramLabel = "EXECUTION", description = ID) String id,
            @Option(
                            names = "--from-step",
                            paramLabel = "STEP",
                            description = "also this one, though it succeeded, and all behind it")
                    String fromStep,
            @Mixin Waiting waiting) {
        var body = Json.object();
        if (fromStep != null) {
            body.put("fromStep", fromStep);
        }
        var answer = api().post(path(id) + "/retry", body);
        if (answer.hasBegun() && waiting.wanted()) {
            new Progress(api(), around(), waiting.timeout()).await(part(id));
        }
        out().println(id + ": retry " + (waiting.wanted() ? "done" : "begun"));
        return 0;
    }

    @Command(name = "recover", description = "Decide how a step ended of which nobody hears")
    int recover(
            @Parameters(index = "0", paramLabel = "EXECUTION", description = ID) String id,
            @Parameters(index = "1", paramLabel = "STEP", description = "its name or index")
                    String step,
            @Parameters(index = "2", paramLabel = "succeeded|failed", description = "how it ended")
                    String outcome,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "how you know")
                    String reason) {
        var body = Json.object().put("step", step).put("outcome", outcome).put("reason", reason);
        api().post(path(id) + "/recover", body);
        out().println(id + ": " + step + " is taken as " + outcome);
        return 0;
    }

    private static String path(String id) {
        return Kind.EXECUTIONS.path() + "/" + part(id);
    }
}
