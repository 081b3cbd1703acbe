package dev.aiwm.cli.identity;

import dev.aiwm.cli.config.Config;
import dev.aiwm.cli.config.Context;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;

@Command(name = "logout", description = "Forget the token of a context")
public final class Logout extends Verb {
    @Override
    public Integer call() {
        var environment = around().environment();
        var name = connection().contextName(environment);
        var config = Config.read(environment);
        var context =
                config.context(name)
                        .orElseThrow(
                                () ->
                                        Trouble.notFound(
                                                "there is no context '" + name + "'",
                                                "see: aiwm context list"));
        config.put(new Context(name, context.server(), context.user(), null));
        config.write();
        out().println("the token of '" + name + "' is forgotten");
        return 0;
    }
}
