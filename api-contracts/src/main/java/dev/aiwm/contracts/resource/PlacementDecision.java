package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import java.util.List;

/** Which node was chosen and why every other was not. */
public record PlacementDecision(
        NodeId nodeId,
        boolean named,
        double score,
        int considered,
        List<RefusedNode> refused,
        String strategy) {
    public PlacementDecision {
        requireNonNull(nodeId, "nodeId is null");
        refused = refused == null ? List.of() : List.copyOf(refused);
    }
}
