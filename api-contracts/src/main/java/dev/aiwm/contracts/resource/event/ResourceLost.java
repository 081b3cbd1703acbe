package dev.aiwm.contracts.resource.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The node was fenced: nobody knows what the resource does. */
@Revision("1")
public record ResourceLost(ResourceId resourceId, NodeId nodeId, String reason)
        implements ResourceEvent {
    public ResourceLost {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(reason, "reason is null");
    }
}
