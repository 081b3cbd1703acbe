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

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks the nodes that look best in the index, a sample at a time, until one reserves. The index may
 * be late; the node decides, and when it refuses the next is asked.
 */
@Component
class LedgerPlacement implements Placement {
    private final Commands commands;
    private final NodeIndex index;
    private final EventLog log;
    private final PlacementSettings settings;
    private final Clock clock;

    LedgerPlacement(
            Commands commands,
            NodeIndex index,
            EventLog log,
            PlacementSettings settings,
            Clock clock) {
        this.commands = commands;
        this.index = index;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    private record Candidate(NodeState node, double score) {}

    @Override
    public Granted place(PlacementRequest request) {
        if (request.named() != null) {
            return onNamedNode(request);
        }
        var known = index.position();
        try {
            return onBestNode(request);
        } catch (Rejection e) {
            var head = log.head();
            if (e.code() != RejectionCode.NO_NODE_FITS || !head.isAfter(known)) {
                throw e;
            }
            index.await(head);
            return onBestNode(request);
        }
    }

    private Granted onNamedNode(PlacementRequest request) {
        var known = index.get(request.named());
        if (known != null) {
            theLabelsAgree(known, request);
        }
        var node = reserve(request.named(), request);
        var decision = new PlacementDecision(request.named(), true, 1, 1, List.of(), wire(request));
        return granted(node, request.resourceId(), decision);
    }

    private Granted onBestNode(PlacementRequest request) {
        var refusals = new Refusals();
        var walk = index.walk(ThreadLocalRandom.current());
        int considered = 0;
        while (walk.hasNext()) {
            var candidates = new ArrayList<Candidate>(settings.sample());
            considered += compare(walk, request, candidates, refusals);
            for (var candidate : candidates) {
                NodeId id = candidate.node().nodeId();
                try {
                    var node = reserve(id, request);
                    var decision =
                            new PlacementDecision(
                                    id,
                                    false,
                                    candidate.score(),
                                    considered,
                                    refusals.named(),
                                    wire(request));
                    return granted(node, request.resourceId(), decision);
                } catch (Rejection e) {
                    refusals.add(id, e);
                }
            }
        }
        throw refusals.noNodeFits();
    }

    /** Looks at the next nodes of the walk; the best of those that fit come first. */
    private int compare(
            Iterator<NodeState> walk,
            PlacementRequest request,
            List<Candidate> candidates,
            Refusals refusals) {
        int seen = 0;
        while (walk.hasNext() && seen < settings.sample()) {
            var node = walk.next();
            seen++;
            try {
                theLabelsAgree(node, request);
                Ledger.tryOut(node, request.resourceId(), request.demand());
                candidates.add(
                        new Candidate(node, Scores.of(node, request.demand(), strategy(request))));
            } catch (Rejection e) {
                refusals.add(node.nodeId(), e);
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return seen;
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
        return reserve(resource.nodeId(), id, resource.name(), demand).allocationOf(id).claims();
    }

    private NodeState reserve(NodeId nodeId, PlacementRequest request) {
        return reserve(nodeId, request.resourceId(), request.name(), request.demand());
    }

    private NodeState reserve(
            NodeId nodeId, ResourceId resourceId, String name, CapacityDemand demand) {
        var expiresAt = clock.instant().plus(settings.reservation());
        try {
            return commands.send(new ReserveCapacity(nodeId, resourceId, name, demand, expiresAt));
        } catch (Rejection e) {
            if (e.code() == RejectionCode.NOT_FOUND) {
                throw new Rejection(
                        RejectionCode.NODE_NOT_FOUND,
                        "there is no node " + nodeId.value(),
                        Map.of("nodeId", nodeId.value()));
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
