package dev.aiwm.query.execution;

import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.query.listing.SortFields;
import dev.aiwm.query.listing.SortFields.Kind;
import dev.aiwm.support.projection.CollectionIndex;
import dev.aiwm.support.projection.FoldProjection;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One document per execution, its steps included. */
final class ExecutionProjection {
    static final String NAME = "executions";
    static final SortFields SORT =
            new SortFields(
                    Map.of(
                            "startedAt", Kind.TIME,
                            "updatedAt", Kind.TIME,
                            "status", Kind.TEXT,
                            "name", Kind.TEXT),
                    List.of("-startedAt"));

    private ExecutionProjection() {}

    static FoldProjection<ExecutionState, ExecutionEvent> definition() {
        return new FoldProjection<>(
                NAME,
                4,
                ExecutionEvent.class,
                ExecutionState.class,
                event -> event.executionId().value(),
                ExecutionFold::evolve,
                ExecutionProjection::fields,
                List.of(
                        CollectionIndex.on("status", "startedAt"),
                        CollectionIndex.on("resourceIds"),
                        CollectionIndex.on("nodeIds"),
                        CollectionIndex.on("timeoutAt"),
                        CollectionIndex.on("orgId", "startedAt")));
    }

    static Map<String, Object> fields(ExecutionState state) {
        var fields = new HashMap<String, Object>();
        fields.put("name", state.name());
        fields.put("status", state.status().wire());
        fields.put("action", state.action().wire());
        fields.put("resourceType", state.subject().type());
        fields.put("resourceId", state.subject().id());
        fields.put("resourceIds", List.copyOf(resourceIds(state)));
        fields.put(
                "nodeIds",
                state.steps().stream()
                        .map(step -> step.plan().nodeId().value())
                        .distinct()
                        .toList());
        fields.put("startedAt", state.startedAt());
        fields.put("updatedAt", state.updatedAt());
        fields.put("timeoutAt", state.deadline());
        if (state.owner() != null) {
            fields.put("orgId", state.owner().orgId());
            fields.put("userId", state.owner().userId());
        }
        return fields;
    }

    private static Set<String> resourceIds(ExecutionState state) {
        var ids = new LinkedHashSet<String>();
        ids.add(state.subject().id());
        state.steps().forEach(step -> ids.add(state.subjectOf(step).id()));
        return ids;
    }
}
