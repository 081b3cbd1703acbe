package dev.aiwm.command.placement;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.PlacementDecision;

/**
 * What a node has reserved, and why it was that node; it lasts until it is confirmed or expires.
 */
public record Granted(NodeId nodeId, Claims claims, PlacementDecision decision, boolean simulated) {
    public Granted {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(claims, "claims is null");
        requireNonNull(decision, "decision is null");
    }
}
