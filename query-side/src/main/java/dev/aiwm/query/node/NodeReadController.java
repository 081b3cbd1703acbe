package dev.aiwm.query.node;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.query.FindNode;
import dev.aiwm.contracts.node.query.ListNodes;
import dev.aiwm.contracts.node.query.NodeAllocationsView;
import dev.aiwm.contracts.node.query.NodeContainersView;
import dev.aiwm.contracts.node.query.NodeMetricsView;
import dev.aiwm.contracts.node.query.NodeView;
import dev.aiwm.contracts.telemetry.MetricsHistoryView;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.PastAnswers;
import dev.aiwm.query.telemetry.MetricsHistory;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.SeenVersion;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What can be read of nodes. */
@RestController
@RequestMapping("/api/nodes")
@Tag(name = "Nodes")
class NodeReadController {
    private final NodeQueries queries;
    private final VisibleClaims claims;
    private final VisibleSightings sightings;
    private final MetricsHistory history;
    private final Past<NodeState> past;
    private final PastAnswers pastAnswers;

    NodeReadController(
            NodeQueries queries,
            VisibleClaims claims,
            VisibleSightings sightings,
            MetricsHistory history,
            Past<NodeState> past,
            PastAnswers pastAnswers) {
        this.queries = queries;
        this.claims = claims;
        this.sightings = sightings;
        this.history = history;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listNodes",
            summary = "List nodes",
            description = "Removed nodes are left out unless they are asked for.")
    ResponseEntity<Page<NodeView>> list(
            @Parameter(description = "One or more statuses", example = "online,offline")
                    @RequestParam(required = false)
                    List<String> status,
            @Parameter(description = "The name, or its beginning and *", example = "gpu-*")
                    @RequestParam(required = false)
                    String name,
            @Parameter(description = "Label as name=value or name", example = "zone=a")
                    @RequestParam(required = false)
                    List<String> label,
            @Parameter(description = "Show removed nodes too") @RequestParam(defaultValue = "false")
                    boolean includeRemoved,
            AsOf then,
            ListParameters part,
            Caller caller) {
        var query =
                new ListNodes(
                        Words.constants("status", status, NodeStatus.class, NodeStatus::wire),
                        Words.labels(label),
                        name,
                        caller.isAdmin() ? null : caller.orgId(),
                        includeRemoved,
                        part.sort(),
                        part.cursor(),
                        part.page(),
                        part.limit());
        return then.isPast()
                ? pastAnswers.page(past, then, was -> queries.answer(query, was))
                : Answers.page(queries.answer(query));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getNode", summary = "Get a node")
    ResponseEntity<NodeView> get(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return then(id, then, seen, caller, state -> NodeView.of(state, null));
        }
        NodeState state = visible(id, seen.atLeast(), caller);
        NodeView view = queries.view(state);
        return Answers.entity(view, state.sequence(), heard(view.lastHeartbeat()), seen);
    }

    @GetMapping("/{id}/allocations")
    @Operation(
            operationId = "getNodeAllocations",
            summary = "Get a node's ledger",
            description =
                    "Who holds which CPU, RAM, disk, GPUs, MIG slices, addresses and ports. Claims"
                            + " of other organisations are in the totals only.")
    ResponseEntity<NodeAllocationsView> allocations(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return then(id, then, seen, caller, state -> claims.ledger(state, caller));
        }
        NodeState state = visible(id, seen.atLeast(), caller);
        NodeAllocationsView view = claims.ledger(state, caller);
        String shown = Integer.toString(view.items().size(), Character.MAX_RADIX);
        return Answers.entity(view, state.sequence(), shown, seen);
    }

    private static String heard(Instant lastHeartbeat) {
        return lastHeartbeat == null
                ? ""
                : Long.toString(lastHeartbeat.toEpochMilli(), Character.MAX_RADIX);
    }

    private <V> ResponseEntity<V> then(
            String id, AsOf then, SeenVersion seen, Caller caller, Function<NodeState, V> view) {
        return pastAnswers.entity(past, id, then, caller, seen, view);
    }

    @GetMapping(path = "/{id}/metrics", params = "!from")
    @Operation(
            operationId = "getNodeMetrics",
            summary = "Get the latest figures of a node",
            description =
                    "404 with code NO_METRICS while the node has not sent any. Resources of other"
                            + " organisations are in the host's figures only.")
    NodeMetricsView metrics(@PathVariable String id, Caller caller) {
        NodeState state = visible(id, null, caller);
        return queries.telemetryOf(state.nodeId())
                .filter(latest -> latest.metrics() != null)
                .map(latest -> metrics(id, latest, caller))
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.NO_METRICS,
                                        "node '" + id + "' has not sent any metrics"));
    }

    private NodeMetricsView metrics(String id, NodeTelemetry.Latest latest, Caller caller) {
        var metrics = latest.metrics();
        return new NodeMetricsView(
                id,
                metrics.timestamp(),
                latest.lastHeartbeat(),
                latest.uptimeSeconds(),
                metrics.host(),
                metrics.gpuDevices(),
                sightings.figures(metrics.resources(), caller));
    }

    @GetMapping("/{id}/metrics/history")
    @Operation(
            operationId = "getNodeMetricsHistory",
            summary = "Get the figures of a node over time",
            description =
                    "Kept each 30 seconds for a day and each 5 minutes for 30 days; without a step"
                            + " as finely as it is kept. The same as `/metrics` with `from`.")
    MetricsHistoryView metricsHistory(
            @PathVariable String id,
            @Parameter(description = "An instant, or how long ago, as in 24h; default an hour")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "An instant, or how long ago; default now")
                    @RequestParam(required = false)
                    String to,
            @Parameter(description = "Each point is the mean of so long, as in 5m")
                    @RequestParam(required = false)
                    String step,
            Caller caller) {
        visible(id, null, caller);
        return history.ofNode(id, from, to, step);
    }

    @GetMapping(path = "/{id}/metrics", params = "from")
    @Hidden
    MetricsHistoryView metricsFrom(
            @PathVariable String id,
            @RequestParam String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String step,
            Caller caller) {
        return metricsHistory(id, from, to, step, caller);
    }

    @GetMapping("/{id}/containers")
    @Operation(
            operationId = "getNodeContainers",
            summary = "Get what a node's engines run",
            description =
                    "As the node said last, whether it is managed here or not. Containers of other"
                            + " organisations are left out, and on a shared node those that nobody"
                            + " manages.")
    NodeContainersView containers(@PathVariable String id, Caller caller) {
        NodeState state = visible(id, null, caller);
        return queries.telemetryOf(state.nodeId())
                .map(NodeTelemetry.Latest::metrics)
                .map(
                        metrics ->
                                new NodeContainersView(
                                        id,
                                        metrics.timestamp(),
                                        sightings.containers(state, metrics.containers(), caller)))
                .orElseGet(() -> new NodeContainersView(id, null, List.of()));
    }

    /** Shared nodes are everybody's; another organisation's do not exist. */
    private NodeState visible(String id, Long minVersion, Caller caller) {
        return Words.id(id, NodeId::of)
                .flatMap(node -> queries.state(new FindNode(node, minVersion)))
                .filter(state -> caller.maySeeOrShares(state.owner()))
                .orElseThrow(() -> Answers.nothing("node", id));
    }
}
