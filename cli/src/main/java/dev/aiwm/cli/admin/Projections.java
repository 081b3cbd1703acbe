package dev.aiwm.cli.admin;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.list;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.output.ProgressBar;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

@Command(
        name = "projections",
        aliases = "projection",
        description = "Show the read models, build one anew, or compare it with its events",
        footer = {
            "",
            "Examples:",
            "  aiwm projections",
            "  aiwm projections rebuild resources --wait",
            "  aiwm projections verify resources"
        })
public final class Projections extends Verb {
    private static final String NAME = "as `aiwm projections` shows it";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long PAUSE_MS = 200;
    private static final Entity DIFFERENCE =
            new Entity(
                    List.of(
                            Column.of("ID", d -> text(d.path("id"))),
                            Column.of("KIND", d -> text(d.path("kind"))),
                            Column.of("FIELDS", d -> list(d.path("fields")))),
                    d -> text(d.path("id")),
                    d -> text(d.path("id")));

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var kind = Kind.PROJECTIONS;
        var items = api().get(kind.path()).body().path("items").valueStream().toList();
        shown.output(around()).list(items, kind.entity(now()));
        return 0;
    }

    @Command(name = "rebuild", description = "Build it anew while the old one answers")
    int rebuild(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin Waiting waiting)
            throws InterruptedException {
        var begun = api().post(path(name) + "/rebuild", null).body();
        if (waiting.wanted()) {
            await(name, begun.path("generation").asInt(0), waiting.timeout());
        }
        out().println(name + ": rebuild " + (waiting.wanted() ? "done" : "begun"));
        return 0;
    }

    private void await(String name, int before, Duration timeout) throws InterruptedException {
        var bar = new ProgressBar(around().err(), around().errIsTerminal());
        long end = System.nanoTime() + timeout.toNanos();
        try {
            for (var view = look(name);
                    view.path("generation").asInt(0) <= before;
                    view = look(name)) {
                var error = text(view.at("/rebuild/error"));
                if (!error.isEmpty()) {
                    throw new Trouble(
                            ExitCode.FAILED, error, "see: aiwm describe projection " + name);
                }
                bar.show(
                        name,
                        view.at("/rebuild/progress").asInt(0),
                        text(view.at("/rebuild/eventsLeft")) + " events left");
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            ExitCode.TIMEOUT,
                            "it has not ended yet",
                            "it goes on; see: aiwm projections");
                }
                Thread.sleep(PAUSE_MS);
            }
        } finally {
            bar.end();
        }
    }

    private JsonNode look(String name) {
        return api().get(path(name)).body();
    }

    @Command(name = "verify", description = "Compare each document with what its events add up to")
    int verify(
            @Parameters(paramLabel = "NAME", description = NAME) String name, @Mixin Shown form) {
        var found = api().within(PATIENCE).get(path(name) + "/verify").body();
        if (found.path("same").asBoolean(false)) {
            out().println(name + ": " + text(found.path("documents")) + " documents, all the same");
            return ExitCode.OK;
        }
        form.output(around()).list(found.path("differences").valueStream().toList(), DIFFERENCE);
        throw new Trouble(
                ExitCode.FAILED,
                text(found.path("differing")) + " documents differ",
                "build it anew with: aiwm projections rebuild " + name);
    }

    private static String path(String name) {
        return Kind.PROJECTIONS.path() + "/" + part(name);
    }
}
