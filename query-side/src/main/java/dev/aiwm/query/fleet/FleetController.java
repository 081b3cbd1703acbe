package dev.aiwm.query.fleet;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.query.NodeView;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.node.VisibleClaims;
import dev.aiwm.query.past.Moment;
import dev.aiwm.query.past.Past;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.AsOf;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.bson.conversions.Bson;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Everything at once, now or then. */
@RestController
@RequestMapping("/api/fleet")
@Tag(name = "The past")
class FleetController {
    private static final int ALL = Integer.MAX_VALUE;

    private final Past<NodeState> nodes;
    private final Past<ResourceState> resources;
    private final VisibleClaims claims;
    private final Moment moment;

    FleetController(
            Past<NodeState> nodes,
            Past<ResourceState> resources,
            VisibleClaims claims,
            Moment moment) {
        this.nodes = nodes;
        this.resources = resources;
        this.claims = claims;
        this.moment = moment;
    }

    @GetMapping
    @Operation(
            operationId = "getFleet",
            summary = "Get the whole fleet at one place of the log",
            description =
                    "Every node with its ledger, and how many resources there were: one consistent"
                            + " cut, of now or of then. Lists read with `position` are of the same.")
    ResponseEntity<FleetView> get(AsOf then, Caller caller) {
        Position position = moment.of(then);
        List<FleetView.NodeLedger> ledgers =
                nodes
                        .all(position)
                        .find(nodesOf(caller), Sorts.ascending("name", "_id"), 0, ALL)
                        .stream()
                        .map(stored -> ledger(stored.state(), caller))
                        .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(Answers.POSITION, position.toString())
                .body(
                        new FleetView(
                                position.toString(),
                                moment.timeOf(position).orElse(null),
                                ledgers,
                                count(position, caller)));
    }

    private static Bson nodesOf(Caller caller) {
        Bson present = Filters.eq("removed", false);
        return caller.isAdmin()
                ? present
                : Filters.and(
                        present,
                        Filters.or(
                                Filters.eq("orgId", caller.orgId()),
                                Filters.exists("orgId", false)));
    }

    private FleetView.NodeLedger ledger(NodeState node, Caller caller) {
        return new FleetView.NodeLedger(
                NodeView.of(node, null), claims.ledger(node, caller).items());
    }

    private FleetView.Resources count(Position position, Caller caller) {
        Bson present = Filters.eq("deleted", false);
        var counts =
                resources.counts(
                        position,
                        caller.isAdmin()
                                ? present
                                : Filters.and(present, Filters.eq("orgId", caller.orgId())),
                        List.of("status", "resourceType", "nodeId"));
        return new FleetView.Resources(
                counts.total(),
                counts.of("status"),
                counts.of("resourceType"),
                counts.of("nodeId"));
    }
}
