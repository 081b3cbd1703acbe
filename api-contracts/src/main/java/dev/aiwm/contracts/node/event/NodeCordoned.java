package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** Nothing new is placed on the node. */
@Revision("1")
public record NodeCordoned(NodeId nodeId, String reason) implements NodeEvent {
    public NodeCordoned {
        requireNonNull(nodeId, "nodeId is null");
    }
}
