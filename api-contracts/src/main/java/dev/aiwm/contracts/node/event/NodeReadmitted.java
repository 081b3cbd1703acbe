package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** The node's agent may come back; the node stays fenced until it does. */
@Revision("1")
public record NodeReadmitted(NodeId nodeId) implements NodeEvent {
    public NodeReadmitted {
        requireNonNull(nodeId, "nodeId is null");
    }
}
