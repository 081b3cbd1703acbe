package dev.aiwm.cli.schedule;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;
import static dev.aiwm.cli.output.Cells.textOrDash;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.output.Yaml;
import dev.aiwm.cli.session.Documents;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;

@Command(
        name = "schedules",
        aliases = "schedule",
        description = "Show what is done at certain times, and change it",
        footer = {
            "",
            "A file has the fields of the API: name, resourceId or filter, operation, timing and more.",
            "",
            "Examples:",
            "  aiwm schedules",
            "  aiwm schedules create -f nightly.yaml",
            "  aiwm schedules run 6b0172aa7389769c52e2cac7",
            "  aiwm describe schedule 6b0172aa7389769c52e2cac7"
        })
public final class Schedules extends Verb {
    private static final String ID = "the id, as `aiwm schedules` shows it";
    private static final String FILE = "YAML or JSON; - is standard input";
    private static final Entity RUN =
            new Entity(
                    List.of(
                            Column.of("TIME", r -> textOrDash(r.path("occurrence"))),
                            Column.of("OUTCOME", r -> text(r.path("outcome"))),
                            Column.of("BECAUSE", r -> text(r.path("trigger"))),
                            Column.of("BULK", r -> textOrDash(r.path("bulkId"))),
                            Column.optional("NOTES", r -> text(r.at("/error/message")))),
                    r -> text(r.path("bulkId")),
                    r -> text(r.path("occurrence")));

    @Option(names = "--name", paramLabel = "NAME", description = "the name, or its beginning and *")
    private String name;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var kind = Kind.SCHEDULES;
        var items = api().list(kind.path(), new Query().with("name", name), 0);
        shown.output(around()).list(items, kind.entity(now()));
        return 0;
    }

    @Command(name = "create", description = "Make those of a file")
    int create(
            @Option(
                            names = {"-f", "--file"},
                            required = true,
                            paramLabel = "FILE",
                            description = FILE)
                    String file) {
        for (var document : Yaml.read(Documents.text(file, around()))) {
            var made = api().post(Kind.SCHEDULES.path(), document).body();
            out().println(text(made.path("name")) + ": created " + text(made.path("scheduleId")));
        }
        return 0;
    }

    @Command(name = "edit", description = "Change the fields that a file names")
    int edit(
            @Parameters(paramLabel = "SCHEDULE", description = ID) String id,
            @Option(
                            names = {"-f", "--file"},
                            required = true,
                            paramLabel = "FILE",
                            description = FILE)
                    String file) {
        var documents = Yaml.read(Documents.text(file, around()));
        if (documents.size() != 1) {
            throw Trouble.usage("one document is needed", "there are " + documents.size());
        }
        api().patch(path(id), documents.get(0), Map.of());
        return done(id, "changed");
    }

    @Command(name = "enable", description = "Let its times count")
    int enable(@Parameters(paramLabel = "SCHEDULE", description = ID) String id) {
        api().patch(path(id), Json.object().put("enabled", true), Map.of());
        return done(id, "enabled");
    }

    @Command(name = "disable", description = "Let its times pass")
    int disable(@Parameters(paramLabel = "SCHEDULE", description = ID) String id) {
        api().patch(path(id), Json.object().put("enabled", false), Map.of());
        return done(id, "disabled");
    }

    @Command(name = "run", description = "Do it now, whatever the time")
    int run(@Parameters(paramLabel = "SCHEDULE", description = ID) String id) {
        var begun = api().post(path(id) + "/run", Json.object()).body();
        return done(id, "begun as " + text(begun.path("bulkId")));
    }

    @Command(name = "runs", description = "Show its last runs, and times at which there was none")
    int runs(@Parameters(paramLabel = "SCHEDULE", description = ID) String id, @Mixin Shown form) {
        var items = api().get(path(id) + "/runs").body().path("items").valueStream().toList();
        form.output(around()).list(items, RUN);
        return 0;
    }

    @Command(name = "delete", aliases = "rm", description = "Forget it; what it made stays")
    int delete(
            @Parameters(paramLabel = "SCHEDULE", description = ID) String id,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Delete the schedule " + id + "?", yes);
        api().delete(path(id), Map.of());
        return done(id, "deleted");
    }

    private int done(String id, String what) {
        out().println(id + ": " + what);
        return 0;
    }

    private static String path(String id) {
        return Kind.SCHEDULES.path() + "/" + part(id);
    }
}
