package dev.aiwm.query.invariant;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.query.invariant.Violation.Rule;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replays the ledgers of all nodes and holds each position to what must always be so: one piece has
 * one owner, what is newly claimed is there, and the product's own sums are those of the claims. A
 * node that comes back with less than is claimed of it breaks nothing by that; claiming more does.
 */
final class LedgerInvariants {
    private static final double ROUNDING = 1e-6;

    private final Map<NodeId, NodeState> states = new HashMap<>();
    private final Map<NodeId, Pieces> ledgers = new HashMap<>();
    private long positions;
    private long changes;
    private Position last = Position.START;
    private Violation first;

    void take(LoggedEvent event) {
        positions++;
        last = event.position();
        if (event.payload() instanceof NodeEvent change) {
            changes++;
            check(event, change);
        }
    }

    private void check(LoggedEvent logged, NodeEvent event) {
        NodeId id = event.nodeId();
        NodeState state =
                NodeFold.evolve(
                        states.get(id),
                        event,
                        new EventFacts(logged.sequence(), logged.timestamp()));
        states.put(id, state);
        var pieces = ledgers.computeIfAbsent(id, node -> new Pieces());
        if (event instanceof NodeEnrolled) {
            ledgers.put(id, new Pieces());
        } else if (event instanceof CapacityReserved reserved) {
            claim(logged, state, pieces, reserved.resourceId(), reserved.claims());
        } else if (event instanceof CapacityClaimed claimed) {
            reclaim(logged, state, pieces, claimed.resourceId(), claimed.claims());
        } else if (event instanceof ComputeReleased released) {
            reclaim(logged, state, pieces, released.resourceId(), released.remaining());
        } else if (event instanceof CapacityReleased released) {
            pieces.release(released.resourceId().value());
        } else if (event instanceof ReservationExpired expired) {
            pieces.release(expired.resourceId().value());
        }
        sumsAgree(logged, state, ledgers.get(id));
    }

    private void reclaim(
            LoggedEvent logged,
            NodeState state,
            Pieces pieces,
            ResourceId resource,
            Claims claims) {
        if (pieces.has(resource.value())) {
            claim(logged, state, pieces, resource, claims);
        }
    }

    private void claim(
            LoggedEvent logged,
            NodeState state,
            Pieces pieces,
            ResourceId resource,
            Claims claims) {
        Claims before = pieces.of(resource.value());
        pieces.claim(resource.value(), claims)
                .ifPresent(
                        clash ->
                                violated(
                                        Rule.ONE_OWNER,
                                        logged,
                                        state,
                                        clash.piece(),
                                        List.of(clash.owner(), resource.value()),
                                        clash.piece() + " has two owners"));
        fits(logged, state, pieces, resource, before, claims);
    }

    private void fits(
            LoggedEvent logged,
            NodeState state,
            Pieces pieces,
            ResourceId resource,
            Claims before,
            Claims now) {
        Inventory inventory = state.inventory();
        double cpu = inventory == null ? 0 : inventory.cpuCores() * state.cpuOvercommit();
        long ram = inventory == null ? 0 : inventory.ramMB();
        long disk = inventory == null ? 0 : inventory.diskGB();
        List<Sum> sums =
                List.of(
                        new Sum(
                                "cpuCores",
                                before.cpuCores(),
                                now.cpuCores(),
                                pieces.cpuCores(),
                                cpu),
                        new Sum("ramMB", before.ramMB(), now.ramMB(), pieces.ramMB(), ram),
                        new Sum("diskGB", before.diskGB(), now.diskGB(), pieces.diskGB(), disk));
        for (Sum sum : sums) {
            if (sum.isTooMuch()) {
                violated(
                        Rule.WITHIN_CAPACITY,
                        logged,
                        state,
                        sum.what(),
                        List.of(resource.value()),
                        sum.claimed() + " of " + sum.capacity() + " are claimed");
            }
        }
    }

    /** Of one kind of amount: what a resource had and has, and what all have of how much. */
    private record Sum(String what, double before, double now, double claimed, double capacity) {
        private boolean isTooMuch() {
            return now > before && claimed > capacity + ROUNDING;
        }
    }

    private void sumsAgree(LoggedEvent logged, NodeState state, Pieces pieces) {
        LedgerTotals totals = LedgerTotals.of(state);
        boolean agree =
                Math.abs(totals.cpuClaimed() - pieces.cpuCores()) <= ROUNDING
                        && totals.ramClaimedMB() == pieces.ramMB()
                        && totals.diskClaimedGB() == pieces.diskGB()
                        && totals.gpusClaimed() == pieces.gpus()
                        && totals.migSlicesClaimed() == pieces.slices();
        if (!agree) {
            violated(
                    Rule.SUMS_AGREE,
                    logged,
                    state,
                    "totals",
                    List.of(),
                    "the node's totals are not the sum of its claims");
        }
    }

    private void violated(
            Rule rule,
            LoggedEvent logged,
            NodeState state,
            String what,
            List<String> owners,
            String explanation) {
        if (first == null) {
            first =
                    new Violation(
                            rule,
                            logged.position().toString(),
                            logged.timestamp(),
                            logged.eventId(),
                            state.nodeId().value(),
                            what,
                            owners,
                            explanation);
        }
    }

    InvariantsView result() {
        return new InvariantsView(
                first == null, positions, changes, states.size(), last.toString(), first);
    }
}
