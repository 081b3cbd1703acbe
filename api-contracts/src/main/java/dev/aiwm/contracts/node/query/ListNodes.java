package dev.aiwm.contracts.node.query;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.node.NodeStatus;

import java.util.List;
import java.util.Map;

/** Nodes that match every given filter. */
public record ListNodes(
        List<NodeStatus> statuses,
        Map<String, String> labels,
        String name,
        boolean includeRemoved,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListNodes {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        labels = Copies.orEmpty(labels);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
