package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.NodeWarningKind;

import org.axonframework.serialization.Revision;

/** What the node was warned of is over. */
@Revision("1")
public record NodeWarningCleared(NodeId nodeId, NodeWarningKind kind, String subject)
        implements NodeEvent {
    public NodeWarningCleared {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(subject, "subject is null");
    }
}
