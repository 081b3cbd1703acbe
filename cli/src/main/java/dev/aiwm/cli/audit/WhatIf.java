package dev.aiwm.cli.audit;

import static dev.aiwm.cli.output.Cells.text;
import static dev.aiwm.cli.output.Cells.textOrDash;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

@Command(
        name = "what-if",
        description = "Let past requests be decided again under other rules; nothing happens",
        footer = {
            "",
            "Examples:",
            "  aiwm audit what-if --from 7d --policy pack",
            "  aiwm audit what-if --from 24h --remove gpu-7 --add gpu-8=gpu-7",
            "  aiwm audit what-if --from 7d --quota org-1=gpus:4,ramMB:262144"
        })
final class WhatIf extends Verb {
    private static final Entity OUTCOME =
            new Entity(
                    List.of(
                            Column.of("TIME", o -> text(o.path("at"))),
                            Column.of("RESOURCE", o -> text(o.path("name"))),
                            Column.of("WHAT", o -> text(o.path("what"))),
                            Column.of("WAS", o -> text(o.path("was"))),
                            Column.of("WOULD BE", o -> textOrDash(o.path("wouldBe"))),
                            Column.wide("ID", o -> text(o.path("resourceId"))),
                            Column.optional("REFUSED", o -> text(o.path("code"))),
                            Column.optional("REASON", o -> text(o.path("reason")))),
                    o -> text(o.path("resourceId")),
                    o -> text(o.path("name")));

    @Option(
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            description = "requests not before; as in 7d")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "and not after; now without it")
    private String to;

    @Option(names = "--policy", paramLabel = "POLICY", description = "pack or spread")
    private String policy;

    @Option(
            names = "--cpu-overcommit",
            paramLabel = "FACTOR",
            description = "how often each processor of every node may be claimed")
    private Double overcommit;

    @Option(
            names = "--add",
            paramLabel = "NODE=LIKE",
            description = "a further node, with the hardware of another")
    private Map<String, String> added;

    @Option(names = "--remove", paramLabel = "NODE", description = "without this node")
    private List<String> removed;

    @Option(
            names = "--quota",
            paramLabel = "ORG=WHAT:N[,...]",
            description =
                    "how much an organisation may hold, of resources, cpuCores, ramMB, diskGB, gpus, migSlices")
    private Map<String, String> quotas;

    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var view = new LongAnswer(api(), around()).post("what if", "/api/audit/what-if", body());
        if (!shown.format().isTable()) {
            shown.output(around()).one(view, OUTCOME);
            return 0;
        }
        out().println(
                        "%s requests: %s where they were, %s elsewhere, %s refused"
                                .formatted(
                                        text(view.path("requests")),
                                        text(view.path("same")),
                                        text(view.path("elsewhere")),
                                        text(view.path("refused"))));
        var outcomes = view.path("outcomes").valueStream().toList();
        if (!outcomes.isEmpty()) {
            shown.output(around()).list(outcomes, OUTCOME);
        }
        return 0;
    }

    private JsonNode body() {
        ObjectNode body = Json.object().put("from", instant(from).toString());
        if (to != null) {
            body.put("to", instant(to).toString());
        }
        if (policy != null) {
            body.put("policy", policy);
        }
        if (overcommit != null) {
            body.put("cpuOvercommit", overcommit);
        }
        if (added != null) {
            var nodes = body.putArray("addNodes");
            added.forEach((id, like) -> nodes.addObject().put("nodeId", id).put("like", like));
        }
        if (removed != null) {
            removed.forEach(body.putArray("removeNodes")::add);
        }
        if (quotas != null) {
            var most = body.putObject("quotas");
            quotas.forEach((org, amounts) -> quota(most.putObject(org), amounts));
        }
        return body;
    }

    private static void quota(ObjectNode quota, String amounts) {
        for (var amount : amounts.split(",")) {
            var parts = amount.split(":", 2);
            if (parts.length < 2 || !parts[1].matches("\\d+(\\.\\d+)?")) {
                throw Trouble.usage("'" + amount + "' is no amount", "as in gpus:4,ramMB:262144");
            }
            if (parts[1].contains(".")) {
                quota.put(parts[0], Double.parseDouble(parts[1]));
            } else {
                quota.put(parts[0], Long.parseLong(parts[1]));
            }
        }
    }
}
