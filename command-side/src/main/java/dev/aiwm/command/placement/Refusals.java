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
import java.util.function.UnaryOperator;

/** Why nodes were not taken: the first of them in words, all of them in numbers. */
final class Refusals {
    static final int MOST_NAMED = 20;
    private static final String HOLDER = "holder";

    private record Refused(NodeId nodeId, Rejection rejection) {
        private RefusedNode as(UnaryOperator<Rejection> told) {
            return new RefusedNode(
                    nodeId, rejection.code().name(), told.apply(rejection).getMessage());
        }
    }

    private final List<Refused> named = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private Rejection held;
    private int count;

    void add(NodeId nodeId, Rejection rejection) {
        count++;
        counts.merge(rejection.code().name(), 1, Integer::sum);
        if (named.size() < MOST_NAMED) {
            named.add(new Refused(nodeId, rejection));
        }
        if (held == null && rejection.details().containsKey(HOLDER)) {
            held = rejection;
        }
    }

    /**
     * @param told what may be told of a refusal
     */
    List<RefusedNode> named(UnaryOperator<Rejection> told) {
        return named.stream().map(refused -> refused.as(told)).toList();
    }

    /**
     * @param told what may be told of a refusal
     */
    Rejection noNodeFits(UnaryOperator<Rejection> told) {
        var details = new LinkedHashMap<String, Object>();
        details.put("considered", count);
        details.put("reasons", counts);
        details.put(
                "refused",
                named(told).stream()
                        .map(
                                node ->
                                        Map.of(
                                                "nodeId", node.nodeId().value(),
                                                "code", node.code(),
                                                "reason", node.reason()))
                        .toList());
        if (held != null) {
            details.put(HOLDER, told.apply(held).details().get(HOLDER));
        }
        String message = count == 0 ? "there are no nodes" : "no node fits: " + counts;
        return new Rejection(RejectionCode.NO_NODE_FITS, message, details);
    }
}
