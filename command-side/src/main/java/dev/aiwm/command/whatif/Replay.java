package dev.aiwm.command.whatif;

import dev.aiwm.command.node.Ledger;
import dev.aiwm.command.placement.Granted;
import dev.aiwm.command.placement.ImaginedFleet;
import dev.aiwm.command.placement.PlacementRequest;
import dev.aiwm.command.placement.Strategy;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.CapacityReserved;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.event.NodeEnrolled;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.node.event.NodeOvercommitChosen;
import dev.aiwm.contracts.node.event.NodeRemoved;
import dev.aiwm.contracts.node.event.ReservationConfirmed;
import dev.aiwm.contracts.node.event.ReservationExpired;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.support.log.LoggedEvent;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two fleets: one as it was, and one that begins as it was and then goes its own way. What happens
 * to nodes happens to both; where something is placed, the second decides for itself, and what is
 * released there is released where it then is.
 */
final class Replay {
    private static final String WHY = "what if";

    private final WhatIfRequest request;
    private final ImaginedFleet was;
    private final ImaginedFleet wouldBe;
    private final Set<NodeId> removed = new HashSet<>();
    private final Map<ResourceId, Wish> wishes = new HashMap<>();
    private final Map<ResourceId, NodeId> places = new HashMap<>();
    private final Outcomes outcomes = new Outcomes();
    private final Quotas quotas;

    Replay(WhatIfRequest request, Strategy strategy) {
        this.request = request;
        this.quotas = new Quotas(request.quotas());
        this.was = new ImaginedFleet(strategy);
        this.wouldBe = new ImaginedFleet(strategy);
    }

    /** What happened before the stretch. */
    void prepare(LoggedEvent event) {
        if (event.payload() instanceof NodeEvent change) {
            was.take(change, event.timestamp());
            wouldBe.take(change, event.timestamp());
        } else {
            wish(event.payload());
        }
    }

    private void wish(Object event) {
        if (event instanceof ResourceCreated created) {
            wishes.put(created.resourceId(), Wish.of(created));
        } else if (event instanceof ResourceReconfigured changed) {
            wishes.computeIfPresent(
                    changed.resourceId(), (id, wish) -> wish.with(changed.config()));
        }
    }

    /**
     * Makes the difference.
     *
     * @throws Rejection when a node that is to be like another has none to be like
     */
    void begin() {
        Instant at = request.from();
        for (NodeState node : List.copyOf(wouldBe.nodes())) {
            node.allocations().values().forEach(held -> keep(held, node.nodeId()));
            overcommit(node.nodeId(), at);
        }
        request.addNodes().forEach(added -> add(added, at));
        for (String name : request.removeNodes()) {
            remove(NodeId.of(name), at);
        }
    }

    private void keep(Allocation held, NodeId place) {
        ResourceId id = held.resourceId();
        places.put(id, place);
        Wish wish = wishes.get(id);
        if (wish != null) {
            quotas.hold(id, wish.organisation(), held.claims());
        }
    }

    private void overcommit(NodeId node, Instant at) {
        if (request.cpuOvercommit() != null) {
            wouldBe.take(new NodeOvercommitChosen(node, request.cpuOvercommit()), at);
        }
    }

    private void add(WhatIfRequest.AddedNode added, Instant at) {
        NodeId id = NodeId.of(added.nodeId());
        NodeState like = wouldBe.get(NodeId.of(added.like()));
        if (like == null || like.inventory() == null || wouldBe.get(id) != null) {
            throw new Rejection(
                    RejectionCode.NODE_NOT_FOUND,
                    like == null || like.inventory() == null
                            ? "no node " + added.like() + " had connected by then"
                            : "there was a node " + added.nodeId());
        }
        wouldBe.take(
                new NodeEnrolled(
                        id,
                        added.nodeId(),
                        null,
                        like.roles(),
                        added.labels() == null ? like.labels() : added.labels(),
                        like.owner(),
                        like.cpuOvercommit()),
                at);
        wouldBe.take(new NodeConnected(id, 1, WHY, like.inventory()), at);
    }

    /** What lived there is placed anew, the oldest first. */
    private void remove(NodeId id, Instant at) {
        NodeState node = wouldBe.get(id);
        if (node == null) {
            throw new Rejection(
                    RejectionCode.NODE_NOT_FOUND, "there was no node " + id.value() + " then");
        }
        removed.add(id);
        wouldBe.take(new NodeRemoved(id), at);
        node.allocations().values().stream()
                .sorted(Comparator.comparing(Allocation::since))
                .forEach(held -> move(held, id, at));
    }

    private void move(Allocation held, NodeId from, Instant at) {
        ResourceId id = held.resourceId();
        Wish wish = wishes.get(id);
        release(id, at);
        if (wish != null) {
            var demand = wish.asClaimed(held.claims());
            place(
                    Outcomes.MOVE,
                    id,
                    wish,
                    new PlacementRequest(
                            id,
                            wish.name(),
                            wish.organisation(),
                            demand,
                            null,
                            false,
                            Map.of(),
                            null),
                    from,
                    at);
        }
    }

    private void place(
            String what, ResourceId id, Wish wish, PlacementRequest asked, NodeId was, Instant at) {
        try {
            Granted granted = wouldBe.place(asked, at);
            places.put(id, granted.nodeId());
            quotas.hold(id, wish.organisation(), granted.claims());
            outcomes.placed(what, id, wish.name(), at, was, granted);
        } catch (Rejection refusal) {
            outcomes.refused(what, id, wish.name(), at, was, refusal);
        }
    }

    /** What happened within the stretch. */
    void replay(LoggedEvent logged) {
        Instant at = logged.timestamp();
        Object event = logged.payload();
        wish(event);
        if (event instanceof ResourceCreated created) {
            release(created.resourceId(), at);
            Wish wish = wishes.get(created.resourceId());
            var asked =
                    new PlacementRequest(
                            created.resourceId(),
                            wish.name(),
                            wish.organisation(),
                            wish.demand(),
                            wish.named(),
                            true,
                            Map.of(),
                            null);
            create(created, wish, asked, at);
        } else if (event instanceof NodeEvent change) {
            was.take(change, at);
            replay(change, at);
        }
    }

    private void create(ResourceCreated created, Wish wish, PlacementRequest asked, Instant at) {
        ResourceId id = created.resourceId();
        quotas.exceeded(id, wish.organisation(), wish.demand())
                .ifPresentOrElse(
                        why ->
                                outcomes.beyondQuota(
                                        Outcomes.CREATE,
                                        id,
                                        wish.name(),
                                        at,
                                        created.nodeId(),
                                        why),
                        () -> place(Outcomes.CREATE, id, wish, asked, created.nodeId(), at));
    }

    private void replay(NodeEvent event, Instant at) {
        if (event instanceof CapacityReleased released) {
            release(released.resourceId(), at);
        } else if (event instanceof ReservationExpired expired) {
            release(expired.resourceId(), at);
        } else if (event instanceof ComputeReleased released) {
            rest(released.resourceId(), at);
        } else if (event instanceof CapacityClaimed claimed) {
            claim(claimed, at);
        } else if (event instanceof CapacityReserved || event instanceof ReservationConfirmed) {
            // where something is reserved is decided anew when it is created
            return;
        } else if (!removed.contains(event.nodeId())) {
            happen(event, at);
        }
    }

    private void happen(NodeEvent event, Instant at) {
        boolean chosen = request.cpuOvercommit() != null;
        if (!(chosen && event instanceof NodeOvercommitChosen)) {
            wouldBe.take(event, at);
        }
        if (event instanceof NodeEnrolled) {
            overcommit(event.nodeId(), at);
        }
    }

    private void release(ResourceId id, Instant at) {
        NodeId place = places.remove(id);
        if (place != null) {
            quotas.release(id);
            wouldBe.take(new CapacityReleased(place, id, WHY), at);
        }
    }

    private void rest(ResourceId id, Instant at) {
        Allocation held = held(id);
        if (held != null) {
            wouldBe.take(
                    new ComputeReleased(places.get(id), id, held.claims().withoutCompute()), at);
            keep(held(id), places.get(id));
        }
    }

    private Allocation held(ResourceId id) {
        NodeId place = places.get(id);
        return place == null ? null : wouldBe.get(place).allocationOf(id);
    }

    /** A start after a rest, or another size. */
    private void claim(CapacityClaimed event, Instant at) {
        ResourceId id = event.resourceId();
        Allocation held = held(id);
        Wish wish = wishes.get(id);
        if (held == null || wish == null) {
            return;
        }
        NodeId place = places.get(id);
        CapacityDemand demand = wish.asClaimed(event.claims());
        var beyond = quotas.exceeded(id, wish.organisation(), demand);
        if (beyond.isPresent()) {
            outcomes.beyondQuota(Outcomes.CLAIM, id, wish.name(), at, event.nodeId(), beyond.get());
            return;
        }
        try {
            Claims claims = Ledger.tryOut(wouldBe.get(place), id, demand);
            wouldBe.take(new CapacityClaimed(place, id, held.claims(), claims), at);
            quotas.hold(id, wish.organisation(), claims);
        } catch (Rejection refusal) {
            outcomes.refused(Outcomes.CLAIM, id, wish.name(), at, event.nodeId(), refusal);
        }
    }

    WhatIfView result(Instant to, Strategy strategy) {
        return outcomes.view(request.from(), to, strategy, was, wouldBe);
    }
}
