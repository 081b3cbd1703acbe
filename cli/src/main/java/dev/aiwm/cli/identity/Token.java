package dev.aiwm.cli.identity;

import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;

@Command(
        name = "token",
        description = "Print the token of the context in use, for other programs",
        footer = {
            "",
            "Examples:",
            "  curl -H \"Authorization: Bearer $(aiwm token)\" http://localhost:3003/api/nodes"
        })
public final class Token extends Verb {
    @Override
    public Integer call() {
        var token = api().token();
        if (token == null) {
            throw new Trouble(
                    ExitCode.UNAUTHORISED, "nobody is logged in", "log in with: aiwm login");
        }
        out().println(token);
        return 0;
    }
}
