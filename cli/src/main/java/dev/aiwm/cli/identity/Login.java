package dev.aiwm.cli.identity;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.config.Config;
import dev.aiwm.cli.config.Context;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.terminal.Terminal;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "login",
        description = "Log in, and keep the token in a context",
        footer = {
            "",
            "The password is asked for, or read from standard input; it is not kept. The token is kept in",
            "~/.config/aiwm/config.json, readable by you alone.",
            "",
            "Examples:",
            "  aiwm login",
            "  aiwm login --server https://aiwm.example.org --context prod",
            "  echo \"$PASSWORD\" | aiwm login --user admin --password-stdin"
        })
public final class Login extends Verb {
    @Option(
            names = {"-u", "--user"},
            paramLabel = "NAME",
            defaultValue = "admin",
            description = "who (default: ${DEFAULT-VALUE})")
    private String user;

    @Option(names = "--password-stdin", description = "read the password from standard input")
    private boolean passwordStdin;

    @Override
    public Integer call() {
        var environment = around().environment();
        var api = connection().anonymous(environment);
        var request = Json.object().put("username", user).put("password", password());
        var token = text(api.post("/api/auth/login", request).body().path("accessToken"));
        var config = Config.read(environment);
        var name = connection().contextName(environment);
        config.put(new Context(name, api.server().toString(), user, token));
        config.use(name);
        config.write();
        out().println(
                        "logged in at "
                                + api.server()
                                + " as "
                                + user
                                + "; context '"
                                + name
                                + "' is in use");
        return 0;
    }

    private String password() {
        if (passwordStdin) {
            return readLine();
        }
        var terminal = Terminal.toTypeAt(around());
        if (!terminal.isThere()) {
            throw Trouble.usage(
                    "nobody can be asked for the password here", "use --password-stdin");
        }
        err().print("Password of " + user + ": ");
        err().flush();
        terminal.hide();
        try {
            return readLine();
        } finally {
            terminal.restore();
            err().println();
            err().flush();
        }
    }
}
