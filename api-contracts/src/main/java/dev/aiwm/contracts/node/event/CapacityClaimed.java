package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.serialization.Revision;

/**
 * A resource with confirmed claims holds other pieces from now on: its compute before a start, or
 * another size.
 */
@Revision("1")
public record CapacityClaimed(NodeId nodeId, ResourceId resourceId, Claims before, Claims claims)
        implements NodeEvent {
    public CapacityClaimed {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(before, "before is null");
        requireNonNull(claims, "claims is null");
    }
}
