package dev.aiwm.cli.identity;

import dev.aiwm.cli.config.Config;
import dev.aiwm.cli.config.Context;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Connection;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "context",
        aliases = "contexts",
        description = "Which servers there are, and which is in use",
        footer = {
            "",
            "Examples:",
            "  aiwm context list",
            "  aiwm context set prod https://aiwm.example.org",
            "  aiwm context use prod"
        })
public final class Contexts extends Verb {
    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "Show all; * marks the one in use")
    int list() {
        var config = config();
        var table = Table.of("USE", "NAME", "SERVER", "USER", "LOGGED IN");
        for (var context : config.contexts()) {
            table.add(
                    List.of(
                            context.name().equals(config.current()) ? "*" : "",
                            context.name(),
                            context.server(),
                            context.user() == null ? "-" : context.user(),
                            context.token() == null ? "no" : "yes"));
        }
        table.print(out(), true, false);
        return 0;
    }

    @Command(name = "use", description = "Choose the one that verbs speak to")
    int use(@Parameters(paramLabel = "NAME", description = "which") String name) {
        var config = config();
        require(config, name);
        config.use(name);
        config.write();
        out().println("context '" + name + "' is in use");
        return 0;
    }

    @Command(name = "set", description = "Make one, or give it another server")
    int set(
            @Parameters(paramLabel = "NAME", description = "which") String name,
            @Parameters(paramLabel = "URL", description = "where its server listens") String url) {
        var config = config();
        var server = Connection.parsed(url).toString();
        // a token is for the server that gave it
        var before = config.context(name).filter(c -> c.server().equals(server));
        config.put(before.orElse(new Context(name, server, null, null)));
        if (config.current() == null) {
            config.use(name);
        }
        config.write();
        out().println("context '" + name + "' is " + server);
        return 0;
    }

    @Command(name = "remove", description = "Forget one, with its token")
    int remove(@Parameters(paramLabel = "NAME", description = "which") String name) {
        var config = config();
        require(config, name);
        config.remove(name);
        config.write();
        out().println("context '" + name + "' is forgotten");
        return 0;
    }

    private Config config() {
        return Config.read(around().environment());
    }

    private static void require(Config config, String name) {
        if (config.context(name).isEmpty()) {
            throw Trouble.notFound("there is no context '" + name + "'", "see: aiwm context list");
        }
    }
}
