package dev.aiwm.cli.listing;

import static dev.aiwm.cli.http.Api.part;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.view.Kind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

@Command(
        name = "get",
        description = "Show resources, nodes, executions and what belongs to them",
        footer = {
            "",
            "Kinds: resources, nodes, executions, snapshots RESOURCE, allocations NODE, containers NODE,",
            "images and volumes --node NODE, bulk-operations, schedules, users, projections, dead-letters. The singular is good too.",
            "",
            "Examples:",
            "  aiwm get resources --status running -l team=ml -o wide",
            "  aiwm get resource web -o yaml",
            "  aiwm get resources --watch",
            "  aiwm get nodes -o jsonpath='{range .items[*]}{.nodeId}{\"\\n\"}{end}'",
            "  aiwm get resources --at 2026-11-21T10:30:00Z"
        })
public final class Get extends Verb {
    @Parameters(index = "0", paramLabel = "KIND", description = "what kind of things")
    private String kind;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description =
                    "only these; names or ids. Of snapshots, allocations and containers: whose")
    private List<String> references = new ArrayList<>();

    @Option(
            names = {"-w", "--watch"},
            description = "and every change from then on, until Ctrl-C")
    private boolean watch;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "as it was then: an instant, or how long ago as in 10m")
    private String at;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "so many at most; all without it")
    private int limit;

    @Mixin private Filters filters;
    @Mixin private Shown shown;

    @Override
    public Integer call() {
        var what = Kind.of(kind);
        if (watch) {
            if (at != null) {
                throw Trouble.usage("the past does not change", "--watch or --at, not both");
            }
            new Watch(api(), around(), shown, what, filters, references).run();
            return 0;
        }
        var output = shown.output(around());
        if (references.size() == 1 && !what.isPart()) {
            output.one(one(what, references.get(0)), what.entity(now()));
        } else {
            output.list(
                    what.isPart() || references.isEmpty() ? list(what) : each(what),
                    what.entity(now()));
        }
        return 0;
    }

    private List<JsonNode> each(Kind what) {
        return references.stream().map(reference -> one(what, reference)).toList();
    }

    private JsonNode one(Kind what, String reference) {
        if (what == Kind.IMAGES || what == Kind.VOLUMES) {
            throw Trouble.usage(
                    what.plural() + " are listed by their node",
                    "aiwm get " + what.plural() + " --node NODE");
        }
        return what == Kind.RESOURCES
                ? Names.find(api(), reference, then())
                : api().get(what.path() + "/" + part(reference), new Query().with("at", then()))
                        .body();
    }

    private List<JsonNode> list(Kind what) {
        var query = filters.query(what, resourceId());
        query.with("at", then());
        return switch (what) {
            case RESOURCES, NODES, EXECUTIONS, BULK_OPERATIONS, SCHEDULES, USERS ->
                    api().list(what.path(), query, limit);
            case SNAPSHOTS -> parts(what, Names.id(api(), whose("resource")), query, "snapshots");
            case ALLOCATIONS, CONTAINERS -> parts(what, part(whose("node")), query, "items");
            case IMAGES, VOLUMES, PROJECTIONS, DEAD_LETTERS -> parts(what, "", query, "items");
        };
    }

    private List<JsonNode> parts(Kind what, String owner, Query query, String field) {
        var path = what.path().replace("{}", owner);
        var items = api().get(path, query).body().path(field).valueStream().toList();
        return limit > 0 && items.size() > limit ? items.subList(0, limit) : items;
    }

    private String whose(String owner) {
        if (references.size() != 1) {
            throw Trouble.usage("of which " + owner + "?", "name one: aiwm get " + kind + " NAME");
        }
        return references.get(0);
    }

    private String resourceId() {
        return filters.resource() == null ? null : Names.id(api(), filters.resource());
    }

    private String then() {
        var instant = instant(at);
        return instant == null ? null : instant.toString();
    }
}
