package dev.aiwm.query.resource;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.query.FindResource;
import dev.aiwm.contracts.resource.query.ListResources;
import dev.aiwm.contracts.resource.query.ResourceStatusView;
import dev.aiwm.contracts.resource.query.ResourceView;
import dev.aiwm.contracts.resource.query.SnapshotsView;
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

import java.util.List;
import java.util.Map;

/** What can be read of resources. */
@RestController
@RequestMapping("/api/resources")
@Tag(name = "Resources")
class ResourceReadController {
    private final ResourceQueries queries;
    private final MetricsHistory history;
    private final Past<ResourceState> past;
    private final PastAnswers pastAnswers;

    ResourceReadController(
            ResourceQueries queries,
            MetricsHistory history,
            Past<ResourceState> past,
            PastAnswers pastAnswers) {
        this.queries = queries;
        this.history = history;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listResources",
            summary = "List resources",
            description =
                    "Every given filter must match. Deleted resources are left out unless they are"
                            + " asked for.")
    ResponseEntity<Page<ResourceView>> list(
            @Parameter(description = "Kind of resource", example = "virtual-machine")
                    @RequestParam(required = false)
                    String resourceType,
            @Parameter(description = "One or more statuses", example = "running,stopped")
                    @RequestParam(required = false)
                    List<String> status,
            @Parameter(description = "Resources of this node", example = "local-sim")
                    @RequestParam(required = false)
                    String nodeId,
            @Parameter(description = "The name, or its beginning and *", example = "Demo*")
                    @RequestParam(required = false)
                    String name,
            @Parameter(description = "Label as name=value or name", example = "team=ml")
                    @RequestParam(required = false)
                    List<String> label,
            @Parameter(description = "User id of the owner") @RequestParam(required = false)
                    String owner,
            @Parameter(description = "Show deleted resources too")
                    @RequestParam(defaultValue = "false")
                    boolean includeDeleted,
            AsOf then,
            ListParameters part,
            Caller caller) {
        var query =
                new ListResources(
                        resourceType == null
                                ? null
                                : Words.constant(
                                        "resourceType",
                                        resourceType,
                                        ResourceType.class,
                                        ResourceType::wire),
                        Words.constants(
                                "status", status, ResourceStatus.class, ResourceStatus::wire),
                        Words.nodeId(nodeId),
                        name,
                        Words.labels(label),
                        owner,
                        caller.isAdmin() ? null : caller.orgId(),
                        includeDeleted,
                        part.sort(),
                        part.cursor(),
                        part.page(),
                        part.limit());
        return then.isPast()
                ? pastAnswers.page(past, then, was -> queries.answer(query, was))
                : Answers.page(queries.answer(query));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getResource", summary = "Get a resource")
    ResponseEntity<ResourceView> get(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(past, id, then, caller, seen, ResourceView::of);
        }
        ResourceState state = visible(id, seen.atLeast(), caller);
        return Answers.entity(ResourceView.of(state), state.sequence(), seen);
    }

    @GetMapping("/{id}/status")
    @Operation(
            operationId = "getResourceStatus",
            summary = "Get what a resource is doing",
            description = "What is wanted, what was seen last, and where the two differ.")
    ResponseEntity<ResourceStatusView> status(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(past, id, then, caller, seen, ResourceStatusView::of);
        }
        ResourceState state = visible(id, seen.atLeast(), caller);
        return Answers.entity(ResourceStatusView.of(state), state.sequence(), seen);
    }

    @GetMapping("/{id}/metrics/history")
    @Operation(
            operationId = "getResourceMetricsHistory",
            summary = "Get the figures of a resource over time",
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
        return history.ofResource(id, from, to, step);
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

    @GetMapping("/{id}/snapshots")
    @Operation(
            operationId = "listSnapshots",
            summary = "List the snapshots of a VM",
            description = "Oldest first; sizes that the node's engine cannot tell are left out.")
    ResponseEntity<SnapshotsView> snapshots(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(
                    past, id, then, caller, seen, ResourceReadController::snapshotsOf);
        }
        ResourceState state = visible(id, seen.atLeast(), caller);
        return Answers.entity(snapshotsOf(state), state.sequence(), seen);
    }

    private static SnapshotsView snapshotsOf(ResourceState state) {
        if (!state.config().isVirtualMachine()) {
            throw new Rejection(
                    RejectionCode.NOT_FOR_THIS_TYPE,
                    "only virtual machines have snapshots",
                    Map.of("resourceType", state.config().resourceType().wire()));
        }
        return SnapshotsView.of(state);
    }

    /** What is another organisation's does not exist for the caller. */
    private ResourceState visible(String id, Long minVersion, Caller caller) {
        return Words.id(id, ResourceId::of)
                .flatMap(resource -> queries.state(new FindResource(resource, minVersion)))
                .filter(state -> caller.maySee(state.owner()))
                .orElseThrow(() -> Answers.nothing("resource", id));
    }
}
