package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node has another name. */
@Revision("1")
public record NodeRenamed(NodeId nodeId, String name) implements NodeEvent {
    public NodeRenamed {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(name, "name is null");
    }
}
