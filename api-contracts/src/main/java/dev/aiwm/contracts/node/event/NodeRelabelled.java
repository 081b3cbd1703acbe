package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;

import org.axonframework.serialization.Revision;

import java.util.Map;

/** The node has other labels. */
@Revision("1")
public record NodeRelabelled(NodeId nodeId, Map<String, String> labels) implements NodeEvent {
    public NodeRelabelled {
        requireNonNull(nodeId, "nodeId is null");
        labels = Copies.of(labels);
    }
}
