package dev.aiwm.command.node;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.command.SettleClaims;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reserve, confirm, expire, release. Confirmation and expiry meet here and only one of them wins:
 * after an expiry nothing can be confirmed, after a confirmation nothing expires. An expiry that
 * comes before its time is not for the reservation that is there now, and is ignored.
 */
final class Reservations {
    private static final List<NodeEvent> NOTHING = List.of();

    private Reservations() {}

    static List<NodeEvent> decide(NodeState node, ReserveCapacity command, Instant now) {
        var held = node.allocationOf(command.resourceId());
        var claims = claims(node, command.resourceId(), command.demand());
        if (held != null && held.confirmed()) {
            return claims.equals(held.claims())
                    ? NOTHING
                    : List.of(
                            new CapacityClaimed(
                                    node.nodeId(), command.resourceId(), held.claims(), claims));
        }
        boolean stillReserved =
                held != null && held.claims().equals(claims) && held.expiresAt().isAfter(now);
        return stillReserved
                ? NOTHING
                : List.of(
                        new CapacityReserved(
                                node.nodeId(),
                                command.resourceId(),
                                command.resourceName(),
                                claims,
                                command.expiresAt()));
    }

    static Claims claims(NodeState node, ResourceId resourceId, CapacityDemand demand) {
        NodeRules.aRemovedNodeStaysAsItWas(node);
        NodeRules.theNodeHasConnected(node);
        NodeRules.aFencedNodeIsLeftAlone(node);
        if (node.allocationOf(resourceId) == null) {
            NodeRules.nothingNewComesToACordonedNode(node);
        }
        return Ledger.of(node, resourceId).grant(demand);
    }

    static List<NodeEvent> decide(NodeState node, ConfirmReservation command) {
        var held = node.allocationOf(command.resourceId());
        if (held == null) {
            throw new Rejection(
                    RejectionCode.RESERVATION_EXPIRED,
                    "nothing is reserved for the resource any more",
                    Map.of("resourceId", command.resourceId().value()));
        }
        if (!held.claims().cover(command.claims())) {
            throw new Rejection(
                    RejectionCode.RESERVATION_EXPIRED,
                    "the resource has given back what it needs",
                    Map.of("resourceId", command.resourceId().value()));
        }
        return held.confirmed()
                ? NOTHING
                : List.of(new ReservationConfirmed(node.nodeId(), command.resourceId()));
    }

    static List<NodeEvent> decide(NodeState node, ExpireReservation command, Instant now) {
        var held = node.allocationOf(command.resourceId());
        boolean due = held != null && !held.confirmed() && !held.expiresAt().isAfter(now);
        return due ? List.of(new ReservationExpired(node.nodeId(), command.resourceId())) : NOTHING;
    }

    /** Only amounts that grow must fit; what the resource holds stays its own in any case. */
    static List<NodeEvent> decide(NodeState node, ExtendClaims command) {
        NodeRules.aRemovedNodeStaysAsItWas(node);
        NodeRules.theNodeHasConnected(node);
        NodeRules.aFencedNodeIsLeftAlone(node);
        var held = node.allocationOf(command.resourceId());
        if (held == null || !held.confirmed()) {
            throw new Rejection(
                    RejectionCode.NO_RESERVATION,
                    "the resource has nothing on this node that could grow",
                    Map.of("resourceId", command.resourceId().value()));
        }
        var larger = Amounts.larger(held.claims(), command.size());
        if (larger.equals(held.claims())) {
            return NOTHING;
        }
        Ledger.of(node, command.resourceId()).grow(larger);
        return claimed(node, held, larger);
    }

    static List<NodeEvent> decide(NodeState node, SettleClaims command) {
        var held = node.allocationOf(command.resourceId());
        if (held == null || !held.confirmed()) {
            return NOTHING;
        }
        var smaller = Amounts.smaller(held.claims(), command.size());
        return smaller.equals(held.claims()) ? NOTHING : claimed(node, held, smaller);
    }

    private static List<NodeEvent> claimed(NodeState node, Allocation held, Claims claims) {
        return List.of(
                new CapacityClaimed(node.nodeId(), held.resourceId(), held.claims(), claims));
    }

    static List<NodeEvent> decide(NodeState node, ReleaseCapacity command) {
        return node.allocationOf(command.resourceId()) == null
                ? NOTHING
                : List.of(
                        new CapacityReleased(
                                node.nodeId(), command.resourceId(), command.reason()));
    }

    static List<NodeEvent> decide(NodeState node, ReleaseCompute command) {
        var held = node.allocationOf(command.resourceId());
        if (held == null || held.claims().equals(held.claims().withoutCompute())) {
            return NOTHING;
        }
        return List.of(
                new ComputeReleased(
                        node.nodeId(), command.resourceId(), held.claims().withoutCompute()));
    }
}
