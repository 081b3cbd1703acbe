package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

/** How often a CPU core may be promised was chosen anew. */
@Revision("1")
public record NodeOvercommitChosen(NodeId nodeId, double cpuOvercommit) implements NodeEvent {
    public NodeOvercommitChosen {
        requireNonNull(nodeId, "nodeId is null");
    }
}
