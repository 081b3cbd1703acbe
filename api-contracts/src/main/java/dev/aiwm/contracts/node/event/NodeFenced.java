package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node is cut off: nothing it says counts until it connects again. */
@Revision("1")
public record NodeFenced(NodeId nodeId, long epoch, String reason) implements NodeEvent {
    public NodeFenced {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
