package dev.aiwm.cli.user;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

@Command(
        name = "users",
        aliases = "user",
        description = "Show who the users behind the ids are, and change it",
        footer = {
            "",
            "Examples:",
            "  aiwm users",
            "  aiwm users set 6b0172aa7389769c52e2cac7 --name 'Ada Byron'",
            "  aiwm users erase 6b0172aa7389769c52e2cac7",
            "  aiwm audit history user 6b0172aa7389769c52e2cac7"
        })
public final class Users extends Verb {
    private static final String ID = "the id, 24 hex digits";

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var kind = Kind.USERS;
        shown.output(around()).list(api().list(kind.path(), new Query(), 0), kind.entity(now()));
        return 0;
    }

    @Command(name = "set", description = "Tell who a user is")
    int set(
            @Parameters(paramLabel = "USER", description = ID) String id,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "in full")
                    String name,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "if there is one")
                    String email,
            @Option(
                            names = "--organisation",
                            paramLabel = "ORG",
                            description = "whose members may read it, for ever; yours without it")
                    String organisation) {
        var body = Json.object().put("name", name);
        if (email != null) {
            body.put("email", email);
        }
        if (organisation != null) {
            body.put("orgId", organisation);
        }
        return done(id, "is " + text(api().put(path(id), body).body().path("name")));
    }

    @Command(
            name = "erase",
            description = "Let nobody know any more who a user was; there is no way back")
    int erase(
            @Parameters(paramLabel = "USER", description = ID) String id,
            @Option(
                            names = {"-y", "--yes"},
                            description = "do not ask on a terminal")
                    boolean yes) {
        confirm("Erase what is known of " + id + ", for ever?", yes);
        api().delete(path(id), Map.of());
        return done(id, "erased");
    }

    private int done(String id, String what) {
        out().println(id + ": " + what);
        return 0;
    }

    private static String path(String id) {
        return Kind.USERS.path() + "/" + part(id);
    }
}
