package dev.aiwm.contracts.resource;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

/** Why placement did not take a node. */
public record RefusedNode(NodeId nodeId, String code, String reason) {
    public RefusedNode {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(code, "code is null");
        requireNonNull(reason, "reason is null");
    }
}
