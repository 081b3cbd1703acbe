package dev.aiwm.query.execution;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.contracts.execution.query.FindExecution;
import dev.aiwm.contracts.execution.query.ListExecutions;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.query.listing.Listing;
import dev.aiwm.query.listing.Lookup;
import dev.aiwm.query.listing.Match;
import dev.aiwm.support.projection.ReadModel;
import dev.aiwm.support.projection.Stored;

import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Answers what is asked of executions. */
@Component
public class ExecutionQueries {
    private final Lookup<ExecutionState> lookup;
    private final Listing<ExecutionState> listing;
    private final AwayNodes away;

    ExecutionQueries(ReadModel<ExecutionState> executionModel, ReadModel<NodeState> nodeModel) {
        this.lookup = new Lookup<>(executionModel);
        this.listing =
                new Listing<>(
                        executionModel, ExecutionProjection::fields, ExecutionProjection.SORT);
        this.away = new AwayNodes(nodeModel);
    }

    /** Refuses with {@code NOT_YET_VISIBLE} when the version asked for does not come in time. */
    public Optional<ExecutionView> answer(FindExecution query) {
        return state(query).map(this::view);
    }

    Optional<ExecutionState> state(FindExecution query) {
        return lookup.find(query.executionId().value(), query.minVersion());
    }

    /** As it stands; a step whose node cannot be reached says so. */
    ExecutionView view(ExecutionState state) {
        return away.told(List.of(ExecutionView.of(state))).get(0);
    }

    public Page<ExecutionView> answer(ListExecutions query) {
        return listing.page(
                filter(query),
                new Listing.Part(query.sort(), query.cursor(), query.page(), query.limit()),
                found ->
                        away.told(
                                found.stream().map(Stored::state).map(ExecutionView::of).toList()));
    }

    private static Bson filter(ListExecutions query) {
        return new Match()
                .oneOf("status", query.statuses().stream().map(ExecutionStatus::wire).toList())
                .oneOf("action", query.actions().stream().map(ResourceAction::wire).toList())
                .equal("resourceIds", query.resourceId())
                .equal("nodeIds", query.nodeId() == null ? null : query.nodeId().value())
                .equal("userId", query.ownerUserId())
                .equal("orgId", query.orgId())
                .between("startedAt", query.from(), query.to())
                .all();
    }
}
