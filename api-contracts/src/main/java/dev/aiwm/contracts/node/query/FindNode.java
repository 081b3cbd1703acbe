package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

/** One node, not older than `minVersion`. */
public record FindNode(NodeId nodeId, Long minVersion) {
    public FindNode {
        requireNonNull(nodeId, "nodeId is null");
    }
}
