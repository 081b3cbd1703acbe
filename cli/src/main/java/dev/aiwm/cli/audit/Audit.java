package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

@Command(
        name = "audit",
        description =
                "Look into the past: what happened, what changed, and whether the log still stands",
        subcommands = {Diff.class, Causes.class, WhatIf.class, Verify.class},
        footer = {
            "",
            "Examples:",
            "  aiwm audit history web --from 7d",
            "  aiwm audit history node gpu-7 --type NodeFenced -o json",
            "  aiwm audit list --actor user-1 --from 24h",
            "  aiwm audit diff web --from 24h",
            "  aiwm audit invariants",
            "  aiwm audit export --to log.jsonl && aiwm audit verify log.jsonl"
        })
public final class Audit extends Verb {
    private static final String CHECKPOINTS = "/api/audit/checkpoints";
    private static final String OUT = "standard output without it";

    @Override
    public Integer call() {
        throw Trouble.usage(
                "what of the past?",
                "history, list, diff, causes, verify, proof, checkpoints, export, invariants or what-if; see: aiwm audit --help");
    }

    @Command(
            name = "history",
            description =
                    "What happened to a resource, node, execution or another thing, newest first")
    int history(
            @Parameters(arity = "1..2", paramLabel = "[KIND] NAME", description = Subjects.WORDS)
                    List<String> words,
            @Mixin Entries entries,
            @Mixin Shown shown) {
        return list(Subjects.path(api(), words) + "/history", new Query(), entries, shown);
    }

    @Command(name = "list", description = "What happened to anything, newest first")
    int list(
            @Option(
                            names = "--entity",
                            paramLabel = "KIND",
                            description = "resource, node, execution, bulk, schedule or user")
                    String entity,
            @Option(names = "--organisation", paramLabel = "ORG", description = "whose")
                    String organisation,
            @Option(
                            names = "--resource",
                            paramLabel = "RESOURCE",
                            description = "of this one, and of others about it")
                    String resource,
            @Option(names = "--node", paramLabel = "NODE", description = "that name this node")
                    String node,
            @Option(names = "--text", paramLabel = "TEXT", description = "with this in them")
                    String text,
            @Mixin Entries entries,
            @Mixin Shown shown) {
        var query =
                new Query()
                        .with("entity", entity)
                        .with("organisation", organisation)
                        .with(
                                "resource",
                                resource == null ? null : Subjects.resource(api(), resource))
                        .with("node", node)
                        .with("text", text);
        return list("/api/audit", query, entries, shown);
    }

    private int list(String path, Query query, Entries entries, Shown shown) {
        var items = api().list(path, entries.add(query, this::instant), entries.limit());
        shown.output(around()).list(items, Trail.ENTRY);
        return ExitCode.OK;
    }

    @Command(
            name = "invariants",
            description = "Check that nothing ever had two owners, and that sums were always right")
    int invariants() {
        var view = new LongAnswer(api(), around()).get("invariants", "/api/audit/invariants");
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
            name = "checkpoints",
            description = "Write the signed checkpoints, to be kept where the server cannot write")
    int checkpoints(
            @Option(names = "--to", paramLabel = "FILE", description = OUT) String file,
            @Option(
                            names = "--after",
                            paramLabel = "NUMBER",
                            description = "without those up to this one")
                    Long after) {
        return write(checkpoints(after == null ? 0 : after).toPrettyString(), file);
    }

    /** All of them, with the keys that signed them. */
    private JsonNode checkpoints(long after) {
        var view = (ObjectNode) api().get(CHECKPOINTS, new Query().with("after", after)).body();
        var items = (ArrayNode) view.path("items");
        for (int page = items.size(); page > 0; ) {
            var last = items.get(items.size() - 1).path("number").asString();
            var more = api().get(CHECKPOINTS, new Query().with("after", last)).body();
            page = more.path("items").size();
            more.path("items").forEach(items::add);
        }
        return view;
    }

    @Command(
            name = "proof",
            description = "Write a resource's history with all that proves it, for `verify`")
    int proof(
            @Parameters(paramLabel = "RESOURCE", description = "name or id") String resource,
            @Option(names = "--to", paramLabel = "FILE", description = OUT) String file) {
        var path = "/api/resources/" + Subjects.resource(api(), resource) + "/proof";
        return write(api().get(path).body().toString(), file);
    }

    @Command(
            name = "export",
            description = "Write the log with all that is needed to check it elsewhere")
    int export(
            @Option(names = "--to", paramLabel = "FILE", description = OUT) String file,
            @Option(
                            names = "--after-checkpoint",
                            paramLabel = "NUMBER",
                            description = "begin behind this checkpoint")
                    Long after) {
        var query = new Query().with("afterCheckpoint", after);
        return write(api().stream("/api/audit/export" + query, LongAnswer.LINES), file);
    }

    private int write(String text, String file) {
        var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        return write(new ByteArrayInputStream(bytes), file);
    }

    private int write(InputStream from, String file) {
        try (from) {
            if (file == null) {
                new InputStreamReader(from, StandardCharsets.UTF_8).transferTo(out());
            } else {
                Files.copy(from, Path.of(file), StandardCopyOption.REPLACE_EXISTING);
            }
            return ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException("the export broke off: " + e.getMessage(), e);
        }
    }
}
