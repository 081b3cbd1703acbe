package dev.aiwm.command.placement;

import dev.aiwm.command.node.Ledger;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.support.log.Position;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Nodes that exist in memory alone and on which the product's own placement decides. It compares
 * all nodes, and takes those that are equal in the same order each time.
 */
public final class ImaginedFleet {
    private static final Duration RESERVATION = Duration.ofDays(1);
    private static final long SEED = 1;

    /** Nodes that are compared at a time: all of most fleets. */
    private static final int MOST = 10_000;

    private final Map<NodeId, NodeState> states = new LinkedHashMap<>();
    private final NodeIndex index = new NodeIndex();
    private final Random random = new Random(SEED);
    private final SetClock clock = new SetClock();
    private final LedgerPlacement placement;

    public ImaginedFleet(Strategy strategy) {
        placement =
                new LedgerPlacement(
                        this::reserve,
                        index,
                        () -> Position.START,
                        new PlacementSettings(strategy, MOST, RESERVATION),
                        clock,
                        Holders.NAMED,
                        Presence.EVERYONE,
                        () -> random);
    }

    /** Lets something happen to a node. */
    public NodeState take(NodeEvent event, Instant at) {
        NodeState before = states.get(event.nodeId());
        long sequence = before == null ? 0 : before.sequence() + 1;
        NodeState after = NodeFold.evolve(before, event, new EventFacts(sequence, at));
        states.put(event.nodeId(), after);
        index.put(after);
        return after;
    }

    public NodeState get(NodeId id) {
        return states.get(id);
    }

    public Collection<NodeState> nodes() {
        return states.values();
    }

    /**
     * @throws dev.aiwm.contracts.Rejection as placement would
     */
    public Granted place(PlacementRequest request, Instant at) {
        clock.now = at;
        return placement.place(request);
    }

    private NodeState reserve(ReserveCapacity command) {
        NodeState node = states.get(command.nodeId());
        if (node == null) {
            throw new Rejection(RejectionCode.NOT_FOUND, "there is no such node");
        }
        ResourceId resource = command.resourceId();
        return take(
                new CapacityReserved(
                        node.nodeId(),
                        resource,
                        command.resourceName(),
                        Ledger.tryOut(node, resource, command.demand()),
                        command.expiresAt()),
                clock.now);
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
