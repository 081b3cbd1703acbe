package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.serialization.Revision;

import java.time.Instant;

/** A resource claimed what it needs; it must be confirmed in time. */
@Revision("1")
public record CapacityReserved(
        NodeId nodeId, ResourceId resourceId, String resourceName, Claims claims, Instant expiresAt)
        implements NodeEvent {
    public CapacityReserved {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
