package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;

import org.axonframework.serialization.Revision;

/** A reservation nobody confirmed was given back. */
@Revision("1")
public record ReservationExpired(NodeId nodeId, ResourceId resourceId) implements NodeEvent {
    public ReservationExpired {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
    }
}
