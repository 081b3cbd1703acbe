package dev.aiwm.cli.identity;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.http.Unreachable;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Tell the version of this program, and how the server is")
public final class Version extends Verb {
    @Option(names = "--client", description = "of this program alone")
    private boolean client;

    @Override
    public Integer call() {
        var version = Version.class.getPackage().getImplementationVersion();
        out().println("aiwm " + (version == null ? "unpackaged" : version));
        if (client) {
            return 0;
        }
        var server = connection().anonymous(around().environment());
        try {
            out().println(
                            "server "
                                    + server.server()
                                    + ": "
                                    + text(server.get("/api/health").body().path("status")));
        } catch (Refused | Unreachable e) {
            out().println("server " + server.server() + ": " + e.getMessage());
        }
        return 0;
    }
}
