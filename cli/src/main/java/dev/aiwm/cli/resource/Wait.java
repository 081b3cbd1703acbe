package dev.aiwm.cli.resource;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

@Command(
        name = "wait",
        description = "Wait until resources have a status",
        footer = {"", "Examples:", "  aiwm wait web db --for running --timeout 2m"})
public final class Wait extends Verb {
    private static final long PAUSE_MS = 300;

    @Parameters(arity = "1..*", paramLabel = "RESOURCE", description = "names or ids")
    private List<String> references;

    @Option(
            names = "--for",
            paramLabel = "STATUS",
            defaultValue = "running",
            description = "which (default: ${DEFAULT-VALUE})")
    private String status;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "10m",
            description = "how long at most (default: ${DEFAULT-VALUE})")
    private String timeout;

    @Override
    public Integer call() throws InterruptedException {
        long end = System.nanoTime() + duration(timeout).toNanos();
        for (var reference : references) {
            var id = Names.id(api(), reference);
            while (!reached(reference, id)) {
                if (System.nanoTime() > end) {
                    throw new Trouble(
                            ExitCode.TIMEOUT, reference + " is not " + status + " yet", null);
                }
                Thread.sleep(PAUSE_MS);
            }
        }
        return 0;
    }

    private boolean reached(String reference, String id) {
        var now = api().get("/api/resources/" + id + "/status", new Query()).body();
        var is = text(now.path("status"));
        if (is.equals("failed") && !status.equals("failed")) {
            throw new Trouble(
                    ExitCode.FAILED,
                    reference + " failed: " + text(now.at("/failure/message")),
                    "see: aiwm describe " + reference);
        }
        return is.equals(status);
    }
}
