package dev.aiwm.contracts.execution.query;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.resource.ResourceAction;

import java.time.Instant;
import java.util.List;

/**
 * Executions that match every given filter; {@code orgId} null is every organisation.
 *
 * @param resourceId what the execution or one of its steps is about
 * @param from begun then or later
 * @param to begun then or earlier
 */
public record ListExecutions(
        List<ExecutionStatus> statuses,
        List<ResourceAction> actions,
        String resourceId,
        NodeId nodeId,
        String ownerUserId,
        String orgId,
        Instant from,
        Instant to,
        List<String> sort,
        String cursor,
        int page,
        int limit) {
    public ListExecutions {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        actions = actions == null ? List.of() : List.copyOf(actions);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }
}
