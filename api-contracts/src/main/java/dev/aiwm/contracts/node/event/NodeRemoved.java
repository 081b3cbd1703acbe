package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node was taken out. */
@Revision("1")
public record NodeRemoved(NodeId nodeId) implements NodeEvent {
    public NodeRemoved {
        requireNonNull(nodeId, "nodeId is null");
    }
}
