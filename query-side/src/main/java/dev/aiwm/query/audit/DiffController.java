package dev.aiwm.query.audit;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.past.Moment;
import dev.aiwm.query.past.Past;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.Moments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;

/** What differs between then and then. */
@RestController
@Tag(name = "The past")
class DiffController {
    private static final String DESCRIPTION =
            "Each field that differs, with the event that set it last and who or what caused that."
                    + " What follows from other fields, as `allowedActions`, is left out.";

    private static final int MOST = 200;

    private final Past<ResourceState> resources;
    private final Past<NodeState> nodes;
    private final Differences differences;
    private final FleetDifferences fleet;
    private final Moment moment;

    DiffController(
            Past<ResourceState> resources,
            Past<NodeState> nodes,
            Differences differences,
            FleetDifferences fleet,
            Moment moment) {
        this.resources = resources;
        this.nodes = nodes;
        this.differences = differences;
        this.fleet = fleet;
        this.moment = moment;
    }

    @GetMapping("/api/resources/{id}/diff")
    @Operation(
            operationId = "diffResource",
            summary = "Compare a resource with itself",
            description = DESCRIPTION)
    DiffView resource(
            @PathVariable String id,
            @Parameter(description = "An instant, or how long ago, as in 24h")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "An instant, or how long ago; default now")
                    @RequestParam(required = false)
                    String to,
            @Parameter(description = "Instead of from") @RequestParam(required = false)
                    String fromPosition,
            @Parameter(description = "Instead of to") @RequestParam(required = false)
                    String toPosition,
            Caller caller) {
        return diff(resources, id, span(from, to, fromPosition, toPosition), caller);
    }

    @GetMapping("/api/nodes/{id}/diff")
    @Operation(
            operationId = "diffNode",
            summary = "Compare a node with itself",
            description = DESCRIPTION)
    DiffView node(
            @PathVariable String id,
            @Parameter(description = "An instant, or how long ago, as in 24h")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "An instant, or how long ago; default now")
                    @RequestParam(required = false)
                    String to,
            @Parameter(description = "Instead of from") @RequestParam(required = false)
                    String fromPosition,
            @Parameter(description = "Instead of to") @RequestParam(required = false)
                    String toPosition,
            Caller caller) {
        return diff(nodes, id, span(from, to, fromPosition, toPosition), caller);
    }

    @GetMapping("/api/fleet/diff")
    @Operation(
            operationId = "diffFleet",
            summary = "Compare the fleet with itself",
            description =
                    "Every resource and node that differs, last changed first. " + DESCRIPTION)
    FleetDiffView fleet(
            @Parameter(description = "An instant, or how long ago, as in 24h")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "An instant, or how long ago; default now")
                    @RequestParam(required = false)
                    String to,
            @Parameter(description = "Instead of from") @RequestParam(required = false)
                    String fromPosition,
            @Parameter(description = "Instead of to; the next page wants the `to` of the first")
                    @RequestParam(required = false)
                    String toPosition,
            @Parameter(description = "`nextCursor` of the page before")
                    @RequestParam(required = false)
                    String cursor,
            @Parameter(description = "Entities of a page, 1 to 200", example = "50")
                    @RequestParam(defaultValue = "50")
                    int limit,
            Caller caller) {
        if (limit < 1 || limit > MOST) {
            throw InvalidRequest.parameter("limit", "must be a whole number from 1 to " + MOST);
        }
        Span span = span(from, to, fromPosition, toPosition);
        Long before = cursor == null ? null : moment.position("cursor", cursor).value();
        return fleet.between(span.from(), span.to(), before, limit, caller);
    }

    private <S> DiffView diff(Past<S> past, String id, Span span, Caller caller) {
        if (past.visible(id, caller).isEmpty()) {
            throw Answers.nothing(past.name(), id);
        }
        return differences.between(past, id, span.from(), span.to(), caller);
    }

    private record Span(Position from, Position to) {}

    private Span span(String from, String to, String fromPosition, String toPosition) {
        Position start = place("from", from, fromPosition);
        if (start == null) {
            throw InvalidRequest.parameter("from", "or fromPosition is required");
        }
        Position end = place("to", to, toPosition);
        end = end == null ? moment.head() : end;
        if (start.isAfter(end) || reversed(from, to)) {
            throw InvalidRequest.parameter(
                    fromPosition == null ? "from" : "fromPosition", "lies after the end");
        }
        return new Span(start, end);
    }

    /** Also when nothing happened between the two. */
    private static boolean reversed(String from, String to) {
        Instant now = Instant.now();
        return from != null
                && to != null
                && Moments.parse("from", from, now).isAfter(Moments.parse("to", to, now));
    }

    private Position place(String name, String instant, String position) {
        if (instant != null && position != null) {
            throw InvalidRequest.parameter(name, "and " + name + "Position exclude each other");
        }
        if (instant != null) {
            return moment.of(name, instant);
        }
        return position == null ? null : moment.position(name + "Position", position);
    }
}
