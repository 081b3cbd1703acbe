package dev.aiwm.cli.live;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.terminal.Terminal;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "console",
        description = "Open the serial console of a virtual machine; Ctrl-] leaves it",
        footer = {
            "",
            "Examples:",
            "  aiwm console vm-1",
            "  aiwm console vm-1 --vnc           # the address and password for a viewer of your own"
        })
public final class Console extends Verb {
    @Parameters(paramLabel = "RESOURCE", description = "name or id")
    private String resource;

    @Option(
            names = "--vnc",
            description =
                    "print a WebSocket address of its screen, good once and for half a minute")
    private boolean vnc;

    @Override
    public Integer call() {
        var path = "/api/resources/" + Names.id(api(), resource) + "/console";
        var ticket = api().get(path, new Query().with("kind", vnc ? "vnc" : "serial")).body();
        if (vnc) {
            out().println(text(ticket.path("url")));
            err().println("password: " + text(ticket.path("password")));
            return 0;
        }
        var terminal = Terminal.of(around());
        if (terminal.isThere()) {
            err().println("connected; Ctrl-] leaves");
            err().flush();
        }
        return new Visit(api(), terminal, around().in()).run(text(ticket.path("url")));
    }
}
