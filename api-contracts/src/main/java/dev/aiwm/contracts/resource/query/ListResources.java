package dev.aiwm.contracts.resource.query;

import dev.aiwm.contracts.Copies;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;

import java.util.List;
import java.util.Map;

/** Resources that match every given filter. */
public record ListResources(
        ResourceType resourceType,
        List<ResourceStatus> statuses,
        NodeId nodeId,
        String name,
        Map<String, String> labels,
        String ownerUserId,
        String orgId,
        boolean includeDeleted,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListResources {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        labels = Copies.orEmpty(labels);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
