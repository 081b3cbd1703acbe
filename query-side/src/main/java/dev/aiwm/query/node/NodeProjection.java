package dev.aiwm.query.node;

import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.query.listing.Match;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One document per node, its ledger included. */
final class NodeProjection {
    static final String NAME = "nodes";
    static final SortFields SORT =
            new SortFields(
                    Map.of(
                            "nodeId", Kind.TEXT,
                            "name", Kind.TEXT,
                            "status", Kind.TEXT,
                            "createdAt", Kind.TIME,
                            "updatedAt", Kind.TIME),
                    List.of("name"));

    private NodeProjection() {}

    static FoldProjection<NodeState, NodeEvent> definition() {
        return new FoldProjection<>(
                NAME,
                4,
                NodeEvent.class,
                NodeState.class,
                event -> event.nodeId().value(),
                NodeFold::evolve,
                NodeProjection::fields,
                List.of(
                        CollectionIndex.on("status"),
                        CollectionIndex.on("name"),
                        CollectionIndex.on("labels")));
    }

    static Map<String, Object> fields(NodeState state) {
        var fields = new HashMap<String, Object>();
        fields.put("nodeId", state.nodeId().value());
        fields.put("name", state.name());
        fields.put("status", state.status().wire());
        fields.put("labels", Match.labelWords(state.labels()));
        fields.put("removed", state.status() == NodeStatus.REMOVED);
        fields.put("createdAt", state.createdAt());
        fields.put("updatedAt", state.updatedAt());
        if (state.owner() != null) {
            fields.put("orgId", state.owner().orgId());
        }
        return fields;
    }
}
