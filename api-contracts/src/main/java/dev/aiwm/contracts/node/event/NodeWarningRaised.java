package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeWarningKind;

import org.axonframework.serialization.Revision;

/** Something is amiss at the node. */
@Revision("1")
public record NodeWarningRaised(NodeId nodeId, NodeWarningKind kind, String subject, String message)
        implements NodeEvent {
    public NodeWarningRaised {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(message, "message is null");
    }
}
