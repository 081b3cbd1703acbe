package dev.aiwm.command.whatif;

import dev.aiwm.command.placement.Granted;
import dev.aiwm.command.placement.ImaginedFleet;
import dev.aiwm.command.placement.Strategy;
import dev.aiwm.command.whatif.WhatIfView.NodeUse;
import dev.aiwm.command.whatif.WhatIfView.Outcome;
import dev.aiwm.command.whatif.WhatIfView.Use;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.contracts.resource.RefusedNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What became of each request. */
final class Outcomes {
    static final String CREATE = "create";
    static final String MOVE = "move";
    static final String CLAIM = "claim";
    private static final String QUOTA_EXCEEDED = "QUOTA_EXCEEDED";
    private static final int MOST = 1_000;

    private final List<Outcome> different = new ArrayList<>();
    private int requests;
    private int same;
    private int elsewhere;
    private int refused;

    void placed(String what, ResourceId id, String name, Instant at, NodeId was, Granted granted) {
        requests++;
        if (granted.nodeId().equals(was)) {
            same++;
            return;
        }
        elsewhere++;
        add(
                new Outcome(
                        id.value(),
                        name,
                        what,
                        at,
                        was.value(),
                        granted.nodeId().value(),
                        null,
                        null,
                        granted.decision().refused()));
    }

    void refused(
            String what, ResourceId id, String name, Instant at, NodeId was, Rejection refusal) {
        refused(
                new Outcome(
                        id.value(),
                        name,
                        what,
                        at,
                        was.value(),
                        null,
                        refusal.code().name(),
                        refusal.getMessage(),
                        nodesIn(refusal)));
    }

    void beyondQuota(String what, ResourceId id, String name, Instant at, NodeId was, String why) {
        refused(
                new Outcome(
                        id.value(),
                        name,
                        what,
                        at,
                        was.value(),
                        null,
                        QUOTA_EXCEEDED,
                        why,
                        List.of()));
    }

    private void refused(Outcome outcome) {
        if (!outcome.what().equals(CLAIM)) {
            requests++;
        }
        refused++;
        add(outcome);
    }

    private void add(Outcome outcome) {
        if (different.size() < MOST) {
            different.add(outcome);
        }
    }

    private static List<RefusedNode> nodesIn(Rejection refusal) {
        List<RefusedNode> nodes = new ArrayList<>();
        if (refusal.details().get("refused") instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> node) {
                    nodes.add(
                            new RefusedNode(
                                    NodeId.of(String.valueOf(node.get("nodeId"))),
                                    String.valueOf(node.get("code")),
                                    String.valueOf(node.get("reason"))));
                }
            }
        }
        return nodes;
    }

    WhatIfView view(
            Instant from, Instant to, Strategy strategy, ImaginedFleet was, ImaginedFleet wouldBe) {
        var names = new TreeSet<String>();
        was.nodes().forEach(node -> names.add(node.nodeId().value()));
        wouldBe.nodes().forEach(node -> names.add(node.nodeId().value()));
        return new WhatIfView(
                from,
                to,
                strategy.wire(),
                requests,
                same,
                elsewhere,
                refused,
                different,
                names.stream()
                        .map(NodeId::of)
                        .map(id -> new NodeUse(id.value(), use(was, id), use(wouldBe, id)))
                        .filter(node -> node.was() != null || node.wouldBe() != null)
                        .toList());
    }

    private static Use use(ImaginedFleet fleet, NodeId id) {
        NodeState node = fleet.get(id);
        if (node == null || node.status() == NodeStatus.REMOVED) {
            return null;
        }
        LedgerTotals totals = LedgerTotals.of(node);
        return new Use(
                node.allocations().size(),
                totals.cpuClaimed(),
                totals.ramClaimedMB(),
                totals.diskClaimedGB(),
                totals.gpusClaimed(),
                totals.migSlicesClaimed());
    }
}
