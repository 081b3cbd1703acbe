package dev.aiwm.command.placement;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.resource.RefusedNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Why nodes were not taken: the first of them in words, all of them in numbers. */
final class Refusals {
    static final int MOST_NAMED = 20;
    private static final String HOLDER = "holder";

    private final List<RefusedNode> named = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Object holder;
    private int count;

    void add(NodeId nodeId, Rejection rejection) {
        count++;
        counts.merge(rejection.code().name(), 1, Integer::sum);
        if (named.size() < MOST_NAMED) {
            named.add(new RefusedNode(nodeId, rejection.code().name(), rejection.getMessage()));
        }
        if (holder == null) {
            holder = rejection.details().get(HOLDER);
        }
    }

    List<RefusedNode> named() {
        return named;
    }

    Rejection noNodeFits() {
        var details = new LinkedHashMap<String, Object>();
        details.put("considered", count);
        details.put("reasons", counts);
        details.put(
                "refused",
                named.stream()
                        .map(
                                node ->
                                        Map.of(
                                                "nodeId", node.nodeId().value(),
                                                "code", node.code(),
                                                "reason", node.reason()))
                        .toList());
        if (holder != null) {
            details.put(HOLDER, holder);
        }
        String message = count == 0 ? "there are no nodes" : "no node fits: " + counts;
        return new Rejection(RejectionCode.NO_NODE_FITS, message, details);
    }
}
