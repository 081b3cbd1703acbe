package dev.aiwm.contracts.node.event;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;

import org.axonframework.serialization.Revision;

/** A stopped resource gave back GPU, CPU and RAM. */
@Revision("1")
public record ComputeReleased(NodeId nodeId, ResourceId resourceId, Claims remaining)
        implements NodeEvent {
    public ComputeReleased {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(remaining, "remaining is null");
    }
}
