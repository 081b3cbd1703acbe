package dev.aiwm.cli.audit;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.output.Format;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

@Command(
        name = "audit",
        description =
                "Look into the past: what happened, what changed, and whether the log still stands",
        footer = {
            "",
            "Examples:",
            "  aiwm audit history web --from 7d",
            "  aiwm audit history node gpu-7 --type NodeFenced -o json",
            "  aiwm audit diff web --from 24h",
            "  aiwm audit invariants",
            "  aiwm audit export --to log.jsonl",
            "  aiwm verify"
        })
public final class Audit extends Verb {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String WORDS = "a resource, unless another kind is named";

    @Override
    public Integer call() {
        throw Trouble.usage(
                "what of the past?",
                "history, diff, verify, invariants, export; see: aiwm audit --help");
    }

    @Command(
            name = "history",
            description = "What happened to a resource, node or execution, newest first")
    int history(
            @Parameters(arity = "1..2", paramLabel = "[KIND] NAME", description = WORDS)
                    List<String> words,
            @Option(names = "--from", paramLabel = "INSTANT", description = "not before; as in 7d")
                    String from,
            @Option(names = "--to", paramLabel = "INSTANT", description = "not after; as in 1h")
                    String to,
            @Option(
                            names = "--type",
                            paramLabel = "EVENT",
                            description = "names of events, by comma")
                    String type,
            @Option(
                            names = "--actor",
                            paramLabel = "ACTOR",
                            description = "who or what caused them")
                    String actor,
            @Option(names = "--oldest", description = "the oldest first") boolean oldest,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "50",
                            description = "so many (default: ${DEFAULT-VALUE}); 0 is all")
                    int limit,
            @Mixin Shown shown) {
        var query =
                new Query()
                        .with("from", instant(from))
                        .with("to", instant(to))
                        .with("type", type)
                        .with("actor", actor)
                        .with("order", oldest ? "oldest" : null);
        var items = api().list(path(words) + "/history", query, limit);
        shown.output(around()).list(items, Trail.ENTRY);
        return ExitCode.OK;
    }

    @Command(
            name = "diff",
            description = "What is different between two instants, and the event behind it")
    int diff(
            @Parameters(arity = "1..2", paramLabel = "[KIND] NAME", description = WORDS)
                    List<String> words,
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "INSTANT",
                            description = "as it was then; as in 24h")
                    String from,
            @Option(
                            names = "--to",
                            paramLabel = "INSTANT",
                            description = "and then; now without it")
                    String to,
            @Mixin Shown shown) {
        var query = new Query().with("from", instant(from)).with("to", instant(to));
        var body = api().get(path(words) + "/diff", query).body();
        if (shown.format().kind() == Format.Kind.JSON) {
            out().println(body.toPrettyString());
        } else {
            shown.output(around()).list(body.path("changes").valueStream().toList(), Trail.CHANGE);
        }
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            description = "Check that no stored event was changed, removed, inserted or moved")
    int verify() {
        return Verify.verify(api().within(PATIENCE), out());
    }

    @Command(
            name = "invariants",
            description = "Check that nothing ever had two owners, and that sums were always right")
    int invariants() {
        var view = api().within(PATIENCE).get("/api/audit/invariants").body();
        var looked =
                "%s positions, %s changes of %s nodes"
                        .formatted(
                                text(view.path("positions")),
                                text(view.path("ledgerChanges")),
                                text(view.path("nodes")));
        if (view.path("hold").asBoolean(false)) {
            out().println("they hold; looked at " + looked);
            return ExitCode.OK;
        }
        var violation = view.path("firstViolation");
        throw new Trouble(
                ExitCode.FAILED,
                "%s is broken at position %s on %s: %s"
                        .formatted(
                                text(violation.path("rule")),
                                text(violation.path("position")),
                                text(violation.path("nodeId")),
                                text(violation.path("explanation"))),
                "looked at " + looked);
    }

    @Command(
            name = "export",
            description = "Write the log with all that is needed to check it elsewhere")
    int export(
            @Option(names = "--to", paramLabel = "FILE", description = "standard output without it")
                    String file,
            @Option(
                            names = "--after-checkpoint",
                            paramLabel = "NUMBER",
                            description = "begin behind this checkpoint")
                    Long after) {
        var query = new Query().with("afterCheckpoint", after);
        try (var in = api().stream("/api/audit/export" + query, "application/x-ndjson")) {
            if (file == null) {
                new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(out());
                return ExitCode.OK;
            }
            try (Writer to =
                    new OutputStreamWriter(new FileOutputStream(file), StandardCharsets.UTF_8)) {
                new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(to);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException("the export broke off: " + e.getMessage(), e);
        }
    }

    private String path(List<String> words) {
        var kind = words.size() == 1 ? Kind.RESOURCES : Kind.of(words.get(0));
        var reference = words.get(words.size() - 1);
        return switch (kind) {
            case RESOURCES -> kind.path() + "/" + idOfAny(reference);
            case NODES, EXECUTIONS -> kind.path() + "/" + part(reference);
            default ->
                    throw Trouble.usage(
                            kind.plural() + " have no history here",
                            "resources, nodes and executions have");
        };
    }

    /** What was deleted keeps its past: its name is good too, when nothing else has it now. */
    private String idOfAny(String reference) {
        try {
            return Names.id(api(), reference);
        } catch (Trouble e) {
            if (e.exitCode() != ExitCode.NOT_FOUND) {
                throw e;
            }
            var query = new Query().with("name", reference).with("includeDeleted", true);
            List<JsonNode> deleted = api().list(Kind.RESOURCES.path(), query, 2);
            if (deleted.size() != 1) {
                throw e;
            }
            return text(deleted.get(0).path("_id"));
        }
    }
}
