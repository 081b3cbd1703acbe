package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.time.Duration;

@Command(
        name = "verify",
        description = "Check that no stored event was changed, removed, inserted or moved",
        footer = {"", "Ends with 1 when one was, and names the first that is wrong."})
public final class Verify extends Verb {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Override
    public Integer call() {
        return verify(api().within(PATIENCE), out());
    }

    static int verify(Api api, PrintWriter out) {
        var found = api.get("/api/audit/verify").body();
        var looked =
                "%s events, %s signed checkpoints"
                        .formatted(text(found.path("events")), text(found.path("checkpoints")));
        if (found.path("intact").asBoolean(false)) {
            out.println("the log is intact: " + looked);
            return ExitCode.OK;
        }
        var finding = found.path("finding");
        throw new Trouble(
                ExitCode.FAILED,
                "the log is not what it was: %s at position %s, event %s: %s"
                        .formatted(
                                text(finding.path("kind")),
                                text(finding.path("position")),
                                text(finding.path("eventId")),
                                text(finding.path("explanation"))),
                "looked at "
                        + looked
                        + "; compare with a backup and with checkpoints kept elsewhere");
    }
}
