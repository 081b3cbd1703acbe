package dev.aiwm.command.placement;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.ledger.CapacityDemand;

import java.util.Map;

/**
 * What is to be placed.
 *
 * @param orgId the organisation that it will belong to
 * @param named the only node to be asked, or null for a choice
 * @param ofAnybody whether the node that is named may be one of another organisation
 * @param strategy null for the configured one
 */
public record PlacementRequest(
        ResourceId resourceId,
        String name,
        String orgId,
        CapacityDemand demand,
        NodeId named,
        boolean ofAnybody,
        Map<String, String> nodeSelector,
        Strategy strategy) {
    public PlacementRequest {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(demand, "demand is null");
        nodeSelector = Copies.orEmpty(nodeSelector);
    }

    /** A node is shared, or of one organisation and for nobody else's resources. */
    boolean mayUse(NodeState node) {
        boolean asked = ofAnybody && node.nodeId().equals(named);
        return asked || node.owner() == null || node.owner().orgId().equals(orgId);
    }
}
