package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** A resource gave back all it held. */
@Revision("1")
public record CapacityReleased(NodeId nodeId, ResourceId resourceId, String reason)
        implements NodeEvent {
    public CapacityReleased {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(reason, "reason is null");
    }
}
