package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** The claims of a resource last until they are released. */
@Revision("1")
public record ReservationConfirmed(NodeId nodeId, ResourceId resourceId) implements NodeEvent {
    public ReservationConfirmed {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
    }
}
