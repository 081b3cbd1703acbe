package dev.aiwm.cli.live;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

@Command(
        name = "logs",
        description = "Show what a container printed, or a virtual machine on its serial console",
        footer = {
            "",
            "Examples:",
            "  aiwm logs web --tail 50",
            "  aiwm logs web -f --since 10m",
            "  aiwm logs vm-1 -t"
        })
public final class Logs extends Verb {
    @Parameters(paramLabel = "RESOURCE", description = "name or id")
    private String resource;

    @Option(
            names = {"-f", "--follow"},
            description = "go on with the lines to come, until Ctrl-C")
    private boolean follow;

    @Option(names = "--tail", paramLabel = "N", description = "so many of the last lines")
    private Integer tail;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "only later ones: an instant, or how long ago as in 10m")
    private String since;

    @Option(names = "--stream", paramLabel = "STREAM", description = "stdout, stderr or console")
    private String stream;

    @Option(
            names = {"-t", "--timestamps"},
            description = "each line with its instant")
    private boolean timestamps;

    @Override
    public Integer call() {
        var query =
                new Query()
                        .with("tail", tail)
                        .with("since", instant(since))
                        .with("stream", stream)
                        .with("follow", follow ? true : null);
        var path = "/api/resources/" + Names.id(api(), resource) + "/logs" + query;
        if (follow) {
            follow(path);
        } else {
            api().get(path).body().path("logs").forEach(this::print);
        }
        return 0;
    }

    private void follow(String path) {
        try (var events = api().follow(path)) {
            for (var event = events.next(); event != null; event = events.next()) {
                switch (event.kind()) {
                    case "log" -> {
                        print(event.data());
                        out().flush();
                        err().flush();
                    }
                    case "error" ->
                            throw new Trouble(
                                    ExitCode.UNAVAILABLE,
                                    said(event.data()),
                                    "what there is: aiwm logs " + resource);
                    default -> {
                        return;
                    }
                }
            }
        }
        throw new Trouble(ExitCode.UNAVAILABLE, "the lines broke off", "start it again");
    }

    private static String said(JsonNode problem) {
        var detail = text(problem.path("detail"));
        return detail.isEmpty() ? text(problem.path("message")) : detail;
    }

    private void print(JsonNode line) {
        var to = text(line.path("stream")).equals("stderr") ? err() : out();
        if (timestamps) {
            to.print(text(line.path("timestamp")) + " ");
        }
        to.println(text(line.path("message")));
    }
}
