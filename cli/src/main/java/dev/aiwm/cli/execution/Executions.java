package dev.aiwm.cli.execution;

import static dev.aiwm.cli.http.Api.part;

import dev.aiwm.cli.http.Query;
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
        description = "Show the work that is done, wait for it, or cancel it",
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

    @Command(name = "cancel", description = "End one before its time; what it began is undone")
    int cancel(@Parameters(paramLabel = "EXECUTION", description = ID) String id) {
        var answer = api().delete(Kind.EXECUTIONS.path() + "/" + part(id), Map.of());
        out().println(id + ": " + (answer.hasBegun() ? "being cancelled" : "had ended already"));
        return 0;
    }
}
