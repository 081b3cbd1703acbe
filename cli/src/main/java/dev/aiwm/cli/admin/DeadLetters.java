package dev.aiwm.cli.admin;

import static dev.aiwm.cli.http.Api.part;

import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "dead-letters",
        aliases = "dead-letter",
        description = "Show what could not be handled, try it again, or let it be",
        footer = {
            "",
            "Examples:",
            "  aiwm dead-letters",
            "  aiwm describe dead-letter 12",
            "  aiwm dead-letters retry 12"
        })
public final class DeadLetters extends Verb {
    private static final String ID = "as `aiwm dead-letters` shows it";

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var kind = Kind.DEAD_LETTERS;
        var items = api().get(kind.path()).body().path("items").valueStream().toList();
        shown.output(around()).list(items, kind.entity(now()));
        return 0;
    }

    @Command(name = "retry", description = "Handle it once more, and what waits for it")
    int retry(@Parameters(paramLabel = "ID", description = ID) String id) {
        api().post(path(id) + "/retry", null);
        out().println(id + ": tried again");
        return 0;
    }

    @Command(name = "discard", description = "Never handle it; what waits for it goes on")
    int discard(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Never handle " + id + "?", yes);
        api().delete(path(id), Map.of());
        out().println(id + ": discarded");
        return 0;
    }

    private static String path(String id) {
        return Kind.DEAD_LETTERS.path() + "/" + part(id);
    }
}
