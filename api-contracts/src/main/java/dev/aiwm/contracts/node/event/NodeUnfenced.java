package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node is back. */
@Revision("1")
public record NodeUnfenced(NodeId nodeId, long epoch) implements NodeEvent {
    public NodeUnfenced {
        requireNonNull(nodeId, "nodeId is null");
    }
}
