package dev.aiwm.query.node;

import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.query.FindNode;
import dev.aiwm.contracts.node.query.ListNodes;
import dev.aiwm.contracts.node.query.NodeView;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers what is asked of nodes. */
@Component
public class NodeQueries {
    private final Lookup<NodeState> lookup;
    private final Listing<NodeState> listing;
    private final NodeTelemetry telemetry;

    NodeQueries(ReadModel<NodeState> nodeModel, NodeTelemetry telemetry) {
        this.lookup = new Lookup<>(nodeModel);
        this.listing = new Listing<>(nodeModel, NodeProjection::fields, NodeProjection.SORT);
        this.telemetry = telemetry;
    }

    /** Refuses with {@code NOT_YET_VISIBLE} when the version asked for does not come in time. */
    public Optional<NodeView> answer(FindNode query) {
        return state(query).map(this::view);
    }

    Optional<NodeState> state(FindNode query) {
        return lookup.find(query.nodeId().value(), query.minVersion());
    }

    NodeView view(NodeState state) {
        return NodeView.of(
                state,
                telemetry
                        .of(state.nodeId().value())
                        .map(NodeTelemetry.Latest::lastHeartbeat)
                        .orElse(null));
    }

    Optional<NodeTelemetry.Latest> telemetryOf(NodeId nodeId) {
        return telemetry.of(nodeId.value());
    }

    public Page<NodeView> answer(ListNodes query) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                this::views);
    }

    /** The same of nodes as they were; when they were heard of is not known any more. */
    public Page<NodeView> answer(ListNodes query, ReadModel<NodeState> then) {
        return new Listing<>(then, NodeProjection::fields, NodeProjection.SORT)
                .page(
                        filter(query),
                        new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                        found ->
                                found.stream()
                                        .map(stored -> NodeView.of(stored.state(), null))
                                        .toList());
    }

    private List<NodeView> views(List<Stored<NodeState>> found) {
        Map<String, Instant> heartbeats =
                telemetry.lastHeartbeats(found.stream().map(Stored::id).toList());
        return found.stream()
                .map(stored -> NodeView.of(stored.state(), heartbeats.get(stored.id())))
                .toList();
    }

    private static Bson filter(ListNodes query) {
        var match =
                new Match()
                        .oneOf("status", query.statuses().stream().map(NodeStatus::wire).toList())
                        .name("name", query.name())
                        .labels("labels", query.labels());
        if (query.orgId() != null) {
            match.also(
                    Filters.or(Filters.eq("orgId", query.orgId()), Filters.exists("orgId", false)));
        }
        boolean removedToo =
                query.includeRemoved() || query.statuses().contains(NodeStatus.REMOVED);
        return (removedToo ? match : match.equal("removed", false)).all();
    }
}
