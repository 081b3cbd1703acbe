package dev.aiwm.query.node;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.ledger.Allocation;
import dev.aiwm.contracts.node.ledger.LedgerTotals;
import dev.aiwm.contracts.node.query.AllocationView;
import dev.aiwm.contracts.node.query.NodeAllocationsView;
import dev.aiwm.contracts.node.query.NodeView;
import dev.aiwm.query.resource.ResourceQueries;
import dev.aiwm.web.identity.Caller;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger of a node as a caller may see it: claims of other organisations are only summed. */
@Component
public class VisibleClaims {
    private static final Comparator<Allocation> OLDEST_FIRST =
            Comparator.comparing(Allocation::since);

    private final ResourceQueries resources;

    VisibleClaims(ResourceQueries resources) {
        this.resources = resources;
    }

    public NodeAllocationsView ledger(NodeState state, Caller caller) {
        return new NodeAllocationsView(
                state.nodeId().value(),
                LedgerTotals.of(state),
                of(state.allocations().values(), caller),
                state.sequence());
    }

    private List<AllocationView> of(Collection<Allocation> held, Caller caller) {
        if (caller.isAdmin()) {
            return held.stream().sorted(OLDEST_FIRST).map(AllocationView::of).toList();
        }
        var owned = resources.states(held.stream().map(it -> it.resourceId().value()).toList());
        return held.stream()
                .filter(it -> owned.containsKey(it.resourceId().value()))
                .filter(it -> caller.maySee(owned.get(it.resourceId().value()).owner()))
                .sorted(OLDEST_FIRST)
                .map(AllocationView::of)
                .toList();
    }

    /** A node and its ledger in one, to be compared. */
    Object withNode(NodeState state, Caller caller) {
        var allocations = new TreeMap<String, AllocationView>();
        of(state.allocations().values(), caller)
                .forEach(held -> allocations.put(held.resourceId(), held));
        return new WithLedger(NodeView.of(state, null), allocations);
    }

    record WithLedger(@JsonUnwrapped NodeView node, Map<String, AllocationView> allocations) {}
}
