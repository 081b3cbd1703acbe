package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.session.Documents;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Command(
        name = "verify",
        description = "Check that no stored event was changed, removed, inserted or moved",
        footer = {
            "",
            "Ends with 1 when one was, and names the first that is wrong. With a file, no server is asked.",
            "",
            "Examples:",
            "  aiwm verify",
            "  aiwm verify log.jsonl --key audit.pem --checkpoints kept.json",
            "  aiwm audit proof web --to web.json && aiwm verify web.json"
        })
public final class Verify extends Verb {
    private static final String OF_SERVER =
            "compare with a backup and with checkpoints kept elsewhere";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "what `aiwm audit export` or `aiwm audit proof` wrote; - is standard input")
    private String file;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "of the file: believe this public key, in Base64 or in a file, and not those that it names")
    private List<String> keys;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "of the file: compare with what `aiwm audit checkpoints` once wrote")
    private String checkpoints;

    @Override
    public Integer call() throws IOException {
        if (file == null) {
            if (keys != null || checkpoints != null) {
                throw Trouble.usage(
                        "the server checks with its own keys and checkpoints",
                        "name an export to check it here");
            }
            var found = new LongAnswer(api(), around()).get("verify", "/api/audit/verify");
            return tell(found);
        }
        try (var reader = open()) {
            var kept = new KeptProof(reader);
            kept.believing(keys == null ? null : keys.stream().map(this::keyText).toList());
            if (checkpoints != null) {
                kept.against(KeptProof.checkpoints(Documents.text(checkpoints, around())));
            }
            if (keys == null) {
                err().println(
                                "by the keys that the file itself names; --key names those to believe");
            }
            return kept.isOfHistory() ? history(kept) : tell(Json.tree(kept.ofLog()));
        }
    }

    private BufferedReader open() throws IOException {
        if (file.equals("-")) {
            return new BufferedReader(new InputStreamReader(around().in(), StandardCharsets.UTF_8));
        }
        if (!Files.isReadable(Path.of(file))) {
            throw Trouble.usage("cannot read " + file, "is it there?");
        }
        return Files.newBufferedReader(Path.of(file));
    }

    private String keyText(String key) {
        return Files.isReadable(Path.of(key)) ? Documents.text(key, around()) : key;
    }

    private int history(KeptProof kept) throws IOException {
        var doubtful = kept.ofHistory();
        if (doubtful.isEmpty()) {
            out().println("the history is what was signed, as far as it is signed");
            return ExitCode.OK;
        }
        var event = doubtful.get().event();
        throw new Trouble(
                ExitCode.FAILED,
                "the history is not what was signed: event %s at position %d"
                        .formatted(event.eventId(), event.position()),
                "export it again, and check the whole log with: aiwm verify");
    }

    private int tell(JsonNode found) {
        var looked =
                "%s events, %s signed checkpoints up to position %s, %s events newer than the chain"
                        .formatted(
                                text(found.path("events")),
                                text(found.path("checkpoints")),
                                text(found.path("sealedTo")),
                                text(found.path("unlinked")));
        if (found.path("intact").asBoolean(false)) {
            out().println("the log is intact: " + looked);
            return ExitCode.OK;
        }
        var finding = found.path("finding");
        var event = text(finding.path("eventId"));
        throw new Trouble(
                ExitCode.FAILED,
                "the log is not what it was: %s at position %s%s: %s"
                        .formatted(
                                text(finding.path("kind")),
                                text(finding.path("position")),
                                event.isEmpty() ? "" : ", event " + event,
                                text(finding.path("explanation"))),
                "looked at " + looked + "; " + OF_SERVER);
    }
}
