package dev.aiwm.cli.live;

import static dev.aiwm.cli.http.Api.part;
import static dev.aiwm.cli.output.Cells.megabytes;
import static dev.aiwm.cli.output.Cells.number;
import static dev.aiwm.cli.output.Cells.percent;
import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Query;
import dev.aiwm.cli.http.Refused;
import dev.aiwm.cli.output.Table;
import dev.aiwm.cli.verb.Verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "top",
        description = "Show what nodes and resources use now",
        footer = {
            "",
            "Figures are those that each node told last, every few seconds.",
            "",
            "Examples:",
            "  aiwm top",
            "  aiwm top --node gpu-7 --once"
        })
public final class Top extends Verb {
    private static final String CLEAR = "\u001b[H\u001b[2J";

    @Option(names = "--node", paramLabel = "NODE", description = "this node alone")
    private String node;

    @Option(names = "--once", description = "show them once; so it is without a terminal")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "2s",
            description = "how often they are shown anew (default: ${DEFAULT-VALUE})")
    private String interval;

    @Override
    public Integer call() throws InterruptedException {
        boolean again = !once && around().outIsTerminal();
        while (true) {
            var nodes = figures();
            if (again) {
                out().print(CLEAR);
            }
            nodes(nodes);
            resources(nodes);
            out().flush();
            if (!again) {
                return 0;
            }
            Thread.sleep(duration(interval).toMillis());
        }
    }

    private List<JsonNode> figures() {
        var ids =
                node != null
                        ? List.of(node)
                        : api().list("/api/nodes", new Query().with("status", "online"), 0).stream()
                                .map(n -> text(n.path("nodeId")))
                                .toList();
        return ids.stream().map(this::figuresOf).filter(f -> !f.isNull()).toList();
    }

    /** Null of a node that has told nothing yet, unless it is the one that is asked for. */
    private JsonNode figuresOf(String id) {
        try {
            return api().get("/api/nodes/" + part(id) + "/metrics").body();
        } catch (Refused e) {
            if (node == null && e.status() == 404) {
                return tools.jackson.databind.node.NullNode.instance;
            }
            throw e;
        }
    }

    private void nodes(List<JsonNode> nodes) {
        var table = Table.of("NODE", "CPU", "RAM", "DISK", "GPU", "GPU RAM");
        for (var each : nodes) {
            var host = each.path("host");
            var gpus = each.path("gpuDevices");
            double busy =
                    gpus.valueStream().mapToDouble(g -> g.path("utilization").asDouble(0)).sum();
            table.add(
                    List.of(
                            text(each.path("nodeId")),
                            percent(host.path("cpuUsagePercent")),
                            megabytes(host.path("ramUsedMB"))
                                    + "/"
                                    + megabytes(host.path("ramTotalMB")),
                            number(host.path("diskUsedGB"))
                                    + "G/"
                                    + number(host.path("diskTotalGB"))
                                    + "G",
                            gpus.isEmpty()
                                    ? "-"
                                    : number(busy / gpus.size()) + "% of " + gpus.size(),
                            gpus.isEmpty()
                                    ? "-"
                                    : sum(gpus, "memoryUsed") + "/" + sum(gpus, "memoryTotal")));
        }
        table.print(out(), true, false);
    }

    private static String sum(JsonNode gpus, String field) {
        return gpus.valueStream().mapToLong(g -> g.path(field).asLong(0)).sum() / 1024 + "G";
    }

    private void resources(List<JsonNode> nodes) {
        var names = names();
        var table = Table.of("RESOURCE", "NODE", "CPU", "RAM", "RECEIVED", "SENT");
        for (var each : nodes) {
            for (var resource : each.path("resources")) {
                var id = text(resource.path("resourceId"));
                table.add(
                        List.of(
                                names.getOrDefault(id, id),
                                text(each.path("nodeId")),
                                percent(resource.path("cpuUsagePercent")),
                                megabytes(resource.path("memoryUsedMB")),
                                bytes(resource.path("networkRxBytes")),
                                bytes(resource.path("networkTxBytes"))));
            }
        }
        out().println();
        table.print(out(), true, false);
    }

    private Map<String, String> names() {
        var names = new HashMap<String, String>();
        api().list("/api/resources", new Query().with("nodeId", node), 0)
                .forEach(r -> names.put(text(r.path("_id")), text(r.path("name"))));
        return names;
    }

    private static String bytes(JsonNode bytes) {
        double mb = bytes.asDouble(0) / (1 << 20);
        return mb < 1024 ? number(mb) + "M" : number(mb / 1024) + "G";
    }
}
