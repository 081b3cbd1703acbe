package dev.aiwm.cli.bulk;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.output.Column;
import dev.aiwm.cli.output.Entity;
import dev.aiwm.cli.resource.Names;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.verb.Shown;
import dev.aiwm.cli.verb.Verb;
import dev.aiwm.cli.verb.Waiting;
import dev.aiwm.cli.view.Types;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.Map;

@Command(
        name = "bulk",
        description = "Do the same to all resources that match, some at a time, on the server",
        footer = {
            "",
            "Goes on when this program ends. See them with: aiwm get bulk-operations",
            "",
            "Examples:",
            "  aiwm bulk stop -l team=ml --dry-run",
            "  aiwm bulk snapshot --name 'web*' --snapshot '{resource} on {date}' --wait",
            "  aiwm bulk delete --status failed --yes",
            "  aiwm bulk cancel 6b0172aa7389769c52e2cac7"
        })
public final class Bulk extends Verb {
    private static final String PATH = "/api/bulk-operations/";
    private static final String ACTIONS = "start|stop|restart|pause|resume|snapshot|delete";
    private static final Entity PLANNED =
            new Entity(
                    List.of(
                            Column.of("NAME", r -> text(r.path("name"))),
                            Column.of("STATUS", r -> text(r.path("status"))),
                            Column.of("ALLOWED", r -> text(r.path("allowed"))),
                            Column.wide("ID", r -> text(r.path("resourceId")))),
                    r -> text(r.path("resourceId")),
                    r -> text(r.path("name")));

    @Parameters(arity = "0..1", paramLabel = ACTIONS, description = "what to do to each")
    private String action;

    @Option(
            names = {"-l", "--label"},
            paramLabel = "NAME[=VALUE]",
            description = "with this label")
    private List<String> labels;

    @Option(names = "--status", paramLabel = "STATUS", split = ",", description = "in this state")
    private List<String> statuses;

    @Option(names = "--node", paramLabel = "NODE", description = "of this node")
    private String node;

    @Option(names = "--type", paramLabel = "TYPE", description = "vm, container or inference")
    private String type;

    @Option(names = "--name", paramLabel = "NAME", description = "the name, or its beginning and *")
    private String name;

    @Option(
            names = "--resource",
            paramLabel = "RESOURCE",
            split = ",",
            description = "these, instead of those that match")
    private List<String> resources;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "so many have their turn at a time")
    private Integer parallel;

    @Option(names = "--grace", paramLabel = "TIME", description = "of stop and restart")
    private String grace;

    @Option(names = "--snapshot", paramLabel = "NAME", description = "what to call snapshots")
    private String snapshot;

    @Option(names = "--force", description = "of stop, restart and delete")
    private boolean force;

    @Option(names = "--dry-run", description = "only show which they would be")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "do not ask on a terminal")
    private boolean yes;

    @Mixin private Waiting waiting;
    @Mixin private Shown shown;

    @Override
    public Integer call() throws InterruptedException {
        if (action == null || !ACTIONS.contains(action)) {
            throw Trouble.usage("do what to them?", ACTIONS.replace('|', ' '));
        }
        var body = body();
        if (!dryRun && action.equals("delete")) {
            confirm("Delete all that match?", yes);
        }
        var answer = api().post("/api/resources/bulk", body).body();
        if (dryRun) {
            shown.output(around()).list(answer.path("items").valueStream().toList(), PLANNED);
            return 0;
        }
        var id = text(answer.path("bulkId"));
        out().println(id + ": " + action + " of " + text(answer.at("/counts/total")) + " begun");
        return waiting.wanted() ? await(id, waiting.timeout()) : 0;
    }

    private ObjectNode body() {
        var body = Json.object();
        var operation = body.putObject("operation").put("action", action);
        if (grace != null) {
            operation.put("gracePeriodSeconds", duration(grace).toSeconds());
        }
        if (snapshot != null) {
            operation.put("name", snapshot);
        }
        if (force) {
            operation.put("force", true);
        }
        if (resources == null) {
            filter(body.putObject("filter"));
        } else {
            var ids = body.putArray("ids");
            resources.forEach(each -> ids.add(Names.id(api(), each)));
        }
        if (parallel != null) {
            body.put("parallelism", parallel);
        }
        if (dryRun) {
            body.put("dryRun", true);
        }
        return body;
    }

    private void filter(ObjectNode filter) {
        if (labels != null) {
            labels.forEach(filter.putArray("label")::add);
        }
        if (statuses != null) {
            statuses.forEach(filter.putArray("status")::add);
        }
        if (node != null) {
            filter.put("nodeId", node);
        }
        if (type != null) {
            filter.put("resourceType", Types.longName(type));
        }
        if (name != null) {
            filter.put("name", name);
        }
        if (filter.isEmpty()) {
            throw Trouble.usage(
                    "which resources?", "choose by -l, --status, --node, --type, --name");
        }
    }

    @Command(name = "cancel", description = "Let no further resource have its turn")
    int cancel(
            @Parameters(paramLabel = "ID", description = "as `aiwm get bulk-operations` shows it")
                    String id,
            @Option(names = "--force", description = "wait for none that is under way")
                    boolean all) {
        api().delete(PATH + part(id) + (all ? "?force=true" : ""), Map.of());
        out().println(id + ": being cancelled");
        return 0;
    }

    @Command(name = "wait", description = "Wait for the end of one")
    int end(
            @Parameters(paramLabel = "ID", description = "as `aiwm get bulk-operations` shows it")
                    String id,
            @Mixin Waiting patience)
            throws InterruptedException {
        return await(id, patience.timeout());
    }

    private int await(String id, Duration timeout) throws InterruptedException {
        var view = new BulkProgress(api(), around(), timeout).await(id);
        var items = view.path("items").valueStream().toList();
        shown.output(around()).list(items, BulkProgress.ITEM);
        return text(view.path("status")).equals("succeeded") ? ExitCode.OK : ExitCode.FAILED;
    }
}
