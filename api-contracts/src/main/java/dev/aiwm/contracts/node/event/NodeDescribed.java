package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node has another description, or none. */
@Revision("1")
public record NodeDescribed(NodeId nodeId, String description) implements NodeEvent {
    public NodeDescribed {
        requireNonNull(nodeId, "nodeId is null");
    }
}
