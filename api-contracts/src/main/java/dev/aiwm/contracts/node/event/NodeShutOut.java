package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** An operator keeps the node's agent out until further notice. */
@Revision("1")
public record NodeShutOut(NodeId nodeId, String reason) implements NodeEvent {
    public NodeShutOut {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
