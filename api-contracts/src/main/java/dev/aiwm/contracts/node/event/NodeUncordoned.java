package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** New things may be placed on the node again. */
@Revision("1")
public record NodeUncordoned(NodeId nodeId) implements NodeEvent {
    public NodeUncordoned {
        requireNonNull(nodeId, "nodeId is null");
    }
}
