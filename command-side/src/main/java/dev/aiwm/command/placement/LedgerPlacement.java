package dev.aiwm.command.placement;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.node.Ledger;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.ledger.CapacityDemand;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.PlacementDecision;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Asks the nodes that look best in the index, a sample at a time, until one reserves. The index may
 * be late; the node decides, and when it refuses the next is asked.
 */
@Component
class LedgerPlacement implements Placement {
    /** So many absent nodes that fit, and no other: then nobody is looked for any longer. */
    private static final int MOST_ABSENT = 64;

    private final Reserving reserving;
    private final NodeIndex index;
    private final Supplier<Position> head;
    private final PlacementSettings settings;
    private final Clock clock;
    private final Holders holders;
    private final Presence presence;
    private final Supplier<RandomGenerator> random;

    /** Asks a node; answers the node with the reservation, or refuses. */
    @FunctionalInterface
    interface Reserving {
        NodeState reserve(ReserveCapacity command);
    }

    @Autowired
    LedgerPlacement(
            Commands commands,
            NodeIndex index,
            EventLog log,
            PlacementSettings settings,
            Clock clock,
            Holders holders,
            ObjectProvider<Presence> presence) {
        this(
                commands::send,
                index,
                log::head,
                settings,
                clock,
                holders,
                presence.getIfAvailable(() -> Presence.EVERYONE),
                ThreadLocalRandom::current);
    }

    LedgerPlacement(
            Reserving reserving,
            NodeIndex index,
            Supplier<Position> head,
            PlacementSettings settings,
            Clock clock,
            Holders holders,
            Presence presence,
            Supplier<RandomGenerator> random) {
        this.reserving = reserving;
        this.index = index;
        this.head = head;
        this.settings = settings;
        this.clock = clock;
        this.holders = holders;
        this.presence = presence;
        this.random = random;
    }

    private record Candidate(NodeState node, double score) {}

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed();

    @Override
    public Granted place(PlacementRequest request) {
        if (request.named() != null) {
            return onNamedNode(request);
        }
        var known = index.position();
        try {
            return onBestNode(request);
        } catch (Rejection e) {
            var now = head.get();
            if (e.code() != RejectionCode.NO_NODE_FITS || !now.isAfter(known)) {
                throw e;
            }
            index.await(now);
            return onBestNode(request);
        }
    }

    private Granted onNamedNode(PlacementRequest request) {
        var known = known(request.named());
        if (known != null) {
            if (!request.mayUse(known)) {
                throw thereIsNo(request.named());
            }
            theLabelsAgree(known, request);
        }
        var node = told(request.orgId(), () -> reserve(request.named(), request));
        var decision = new PlacementDecision(request.named(), true, 1, 1, List.of(), wire(request));
        return granted(node, request.resourceId(), decision);
    }

    /** Whose a node is must be known before it is asked, however late the index is. */
    private NodeState known(NodeId id) {
        if (index.get(id) == null) {
            index.await(head.get());
        }
        return index.get(id);
    }

    private static Rejection thereIsNo(NodeId node) {
        return new Rejection(
                RejectionCode.NODE_NOT_FOUND,
                "there is no node " + node.value(),
                Map.of("nodeId", node.value()));
    }

    private Granted onBestNode(PlacementRequest request) {
        var search = new Search(request);
        var walk = index.walk(random.get());
        while (walk.hasNext()) {
            var granted = firstThatReserves(search.nextCandidates(walk), search);
            if (granted.isEmpty() && search.absent.size() >= MOST_ABSENT) {
                granted = firstThatReserves(search.absentOnes(), search);
            }
            if (granted.isPresent()) {
                return granted.get();
            }
        }
        return firstThatReserves(search.absentOnes(), search).orElseThrow(search::noNodeFits);
    }

    private Optional<Granted> firstThatReserves(List<Candidate> candidates, Search search) {
        for (var candidate : candidates) {
            NodeId id = candidate.node().nodeId();
            try {
                var node = reserve(id, search.request);
                return Optional.of(
                        granted(node, search.request.resourceId(), search.decision(candidate)));
            } catch (Rejection e) {
                search.refusals.add(id, e);
            }
        }
        return Optional.empty();
    }

    /** What is known while nodes are compared for one request. */
    private final class Search {
        private final PlacementRequest request;
        private final Refusals refusals = new Refusals();

        /** Fitting nodes that cannot be told anything now: asked only when no other takes it. */
        private final List<Candidate> absent = new ArrayList<>();

        private int considered;

        private Search(PlacementRequest request) {
            this.request = request;
        }

        /** Looks at the next nodes of the walk; the best of those that fit come first. */
        private List<Candidate> nextCandidates(Iterator<NodeState> walk) {
            var candidates = new ArrayList<Candidate>(settings.sample());
            for (int seen = 0; walk.hasNext() && seen < settings.sample(); seen++) {
                var node = walk.next();
                if (request.mayUse(node)) {
                    look(node, candidates);
                }
            }
            candidates.sort(BEST_FIRST);
            return candidates;
        }

        private void look(NodeState node, List<Candidate> candidates) {
            considered++;
            try {
                theLabelsAgree(node, request);
                Ledger.tryOut(node, request.resourceId(), request.demand());
                var score = Scores.of(node, request.demand(), strategy(request));
                boolean away = presence.isAbsent(node.nodeId(), node.epoch());
                (away ? absent : candidates).add(new Candidate(node, score));
            } catch (Rejection e) {
                refusals.add(node.nodeId(), e);
            }
        }

        private List<Candidate> absentOnes() {
            var ones = new ArrayList<>(absent);
            absent.clear();
            ones.sort(BEST_FIRST);
            return ones;
        }

        private Rejection noNodeFits() {
            return refusals.noNodeFits(e -> holders.toldTo(request.orgId(), e));
        }

        private PlacementDecision decision(Candidate chosen) {
            absent.forEach(
                    other ->
                            refusals.add(
                                    other.node().nodeId(),
                                    new Rejection(
                                            RejectionCode.NODE_NOT_CONNECTED,
                                            "its agent is not connected at the moment")));
            return new PlacementDecision(
                    chosen.node().nodeId(),
                    false,
                    chosen.score(),
                    considered,
                    refusals.named(e -> holders.keptFor(request.orgId(), e)),
                    wire(request));
        }
    }

    private static void theLabelsAgree(NodeState node, PlacementRequest request) {
        for (Map.Entry<String, String> wanted : request.nodeSelector().entrySet()) {
            if (!wanted.getValue().equals(node.labels().get(wanted.getKey()))) {
                throw new Rejection(
                        RejectionCode.LABELS_DIFFER,
                        "the node is not labelled " + wanted.getKey() + "=" + wanted.getValue(),
                        Map.of("label", wanted.getKey(), "wanted", wanted.getValue()));
            }
        }
    }

    @Override
    public Claims reclaim(ResourceState resource, CapacityDemand demand) {
        var id = resource.resourceId();
        var node =
                told(
                        resource.owner().orgId(),
                        () -> reserve(resource.nodeId(), id, resource.name(), demand));
        return node.allocationOf(id).claims();
    }

    private NodeState told(String orgId, Supplier<NodeState> reservation) {
        try {
            return reservation.get();
        } catch (Rejection e) {
            throw holders.toldTo(orgId, e);
        }
    }

    private NodeState reserve(NodeId nodeId, PlacementRequest request) {
        return reserve(nodeId, request.resourceId(), request.name(), request.demand());
    }

    private NodeState reserve(
            NodeId nodeId, ResourceId resourceId, String name, CapacityDemand demand) {
        var expiresAt = clock.instant().plus(settings.reservation());
        try {
            return reserving.reserve(
                    new ReserveCapacity(nodeId, resourceId, name, demand, expiresAt));
        } catch (Rejection e) {
            if (e.code() == RejectionCode.NOT_FOUND) {
                throw thereIsNo(nodeId);
            }
            throw e;
        }
    }

    private static Granted granted(
            NodeState node, ResourceId resourceId, PlacementDecision decision) {
        return new Granted(
                node.nodeId(),
                node.allocationOf(resourceId).claims(),
                decision,
                node.inventory().simulated());
    }

    private Strategy strategy(PlacementRequest request) {
        return request.strategy() == null ? settings.strategy() : request.strategy();
    }

    private String wire(PlacementRequest request) {
        return strategy(request).wire();
    }
}
