package dev.aiwm.cli.live;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.EventStream;
import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;

@Command(
        name = "events",
        description = "Follow what happens, until Ctrl-C",
        footer = {
            "",
            "Examples:",
            "  aiwm events",
            "  aiwm events --resource web",
            "  aiwm events --kind node --after 0 -o json | head"
        })
public final class Events extends Verb {
    @Option(
            names = "--kind",
            paramLabel = "ENTITY",
            split = ",",
            description = "resource, node or execution")
    private List<String> kinds;

    @Option(names = "--resource", paramLabel = "RESOURCE", description = "of this one alone")
    private String resource;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "of this resource, node or execution alone")
    private String id;

    @Option(
            names = "--after",
            paramLabel = "POSITION",
            description = "also those since this position; 0 is the beginning")
    private String after;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "end after so many")
    private int limit;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table or json, one object a line")
    private String form;

    @Override
    public Integer call() {
        if (!form.matches("table|json")) {
            throw Trouble.usage("unknown output '" + form + "'", "known: table, json");
        }
        var query =
                new Query()
                        .withEach("entity", kinds)
                        .with("id", resource == null ? id : Names.id(api(), resource))
                        .with("after", after);
        int seen = 0;
        try (var stream = api().follow("/api/events/stream" + query)) {
            for (var event = stream.next(); event != null; event = stream.next()) {
                print(event);
                if (++seen == limit) {
                    return 0;
                }
            }
        }
        throw new Trouble(ExitCode.UNAVAILABLE, "the stream of events ended", "start it again");
    }

    private void print(EventStream.Event event) {
        var data = event.data();
        if (form.equals("json")) {
            out().println(data);
        } else {
            out().println(
                            Table.oneLine(
                                    "%-24s  %-9s  %-24s  %-28s  %s"
                                            .formatted(
                                                    text(data.path("timestamp")),
                                                    text(data.path("entity")),
                                                    text(data.path("id")),
                                                    text(data.path("event")),
                                                    text(data.path("actor")))));
        }
        out().flush();
    }
}
