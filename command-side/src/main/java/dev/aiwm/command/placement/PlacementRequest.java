package dev.aiwm.command.placement;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.CapacityDemand;

import java.util.Map;

/**
 * What is to be placed.
 *
 * @param orgId the organisation that it will belong to
 * @param named the only node to be asked, or null for a choice
 * @param strategy null for the configured one
 */
public record PlacementRequest(
        ResourceId resourceId,
        String name,
        String orgId,
        CapacityDemand demand,
        NodeId named,
        Map<String, String> nodeSelector,
        Strategy strategy) {
    public PlacementRequest {
        requireNonNull(resourceId, "resourceId is null");
        requireNonNull(orgId, "orgId is null");
        requireNonNull(demand, "demand is null");
        nodeSelector = Copies.orEmpty(nodeSelector);
    }
}
