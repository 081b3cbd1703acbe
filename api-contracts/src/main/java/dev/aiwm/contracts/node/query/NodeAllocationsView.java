package dev.aiwm.contracts.node.query;

import static java.util.Objects.requireNonNull;

import dev.aiwm.contracts.node.ledger.LedgerTotals;

import java.util.List;

/** The ledger of a node: who holds what, and the sums. */
public record NodeAllocationsView(
        String nodeId, LedgerTotals totals, List<AllocationView> items, long version) {
    public NodeAllocationsView {
        requireNonNull(nodeId, "nodeId is null");
        requireNonNull(totals, "totals is null");
        items = List.copyOf(items);
    }
}
