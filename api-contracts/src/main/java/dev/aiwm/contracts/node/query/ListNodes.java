package dev.aiwm.contracts.node.query;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.node.NodeStatus;

import java.util.List;
import java.util.Map;

/**
 * Nodes that match every given filter; with an {@code orgId} those of this organisation and those
 * of none.
 */
public record ListNodes(
        List<NodeStatus> statuses,
        Map<String, String> labels,
        String name,
        String orgId,
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
