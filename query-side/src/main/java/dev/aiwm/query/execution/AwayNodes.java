package dev.aiwm.query.execution;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.contracts.execution.query.StepView;
import dev.aiwm.contracts.execution.query.WaitingFor;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.NodeStatus;
import dev.aiwm.support.projection.ReadModel;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what waits for its node to be there. It is known from the node as it stands when somebody
 * asks, so that it is over the moment the node is back.
 */
final class AwayNodes {
    private final ReadModel<NodeState> nodes;

    AwayNodes(ReadModel<NodeState> nodes) {
        this.nodes = nodes;
    }

    List<ExecutionView> told(List<ExecutionView> executions) {
        var awaited = new HashSet<String>();
        for (ExecutionView execution : executions) {
            for (StepView step : execution.steps()) {
                if (step.waitsToBeTaken()) {
                    awaited.add(step.nodeId());
                }
            }
        }
        if (awaited.isEmpty()) {
            return executions;
        }
        awaited.removeAll(present(awaited));
        return awaited.isEmpty()
                ? executions
                : executions.stream().map(execution -> told(execution, awaited)).toList();
    }

    /** Which of its steps wait for their nodes, for an ETag: the execution's events do not say. */
    static String tag(ExecutionView execution) {
        BigInteger waiting = BigInteger.ZERO;
        for (StepView step : execution.steps()) {
            if (step.waitingFor() == WaitingFor.NODE) {
                waiting = waiting.setBit(step.index());
            }
        }
        return waiting.signum() == 0 ? "" : waiting.toString(Character.MAX_RADIX);
    }

    private Set<String> present(Set<String> ids) {
        var present = new HashSet<String>();
        nodes.find(Filters.in("nodeId", ids), Sorts.ascending("nodeId"), 0, ids.size())
                .forEach(
                        found -> {
                            if (found.state().status() == NodeStatus.ONLINE) {
                                present.add(found.state().nodeId().value());
                            }
                        });
        return present;
    }

    private static ExecutionView told(ExecutionView execution, Set<String> away) {
        return execution.withSteps(
                execution.steps().stream()
                        .map(step -> away.contains(step.nodeId()) ? step.withNodeAway() : step)
                        .toList());
    }
}
