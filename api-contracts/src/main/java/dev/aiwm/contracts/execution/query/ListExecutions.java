package dev.aiwm.contracts.execution.query;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.ExecutionStatus;

import java.util.List;

/** Executions that match every given filter; {@code orgId} null is every organisation. */
public record ListExecutions(
        List<ExecutionStatus> statuses,
        String resourceId,
        NodeId nodeId,
        String ownerUserId,
        String orgId,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListExecutions {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
