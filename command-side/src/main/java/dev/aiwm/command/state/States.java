package dev.aiwm.command.state;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.ExecutionFold;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.NodeFold;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.RecentFolds;

import org.springframework.stereotype.Component;

/** How things stand by their events, right now; null for what never was. */
@Component
public class States {
    private static final int REMEMBERED = 1_000;

    private final EventLog log;
    private final RecentFolds<ResourceState, ResourceEvent> resources;
    private final RecentFolds<ExecutionState, ExecutionEvent> executions;

    States(EventLog log) {
        this.log = log;
        resources = new RecentFolds<>(log, ResourceEvent.class, ResourceFold::evolve, REMEMBERED);
        executions =
                new RecentFolds<>(log, ExecutionEvent.class, ExecutionFold::evolve, REMEMBERED);
    }

    public ResourceState resource(ResourceId id) {
        return resources.of(id);
    }

    /** As it stood right after one of its events. */
    public ResourceState resourceAt(ResourceId id, long sequence) {
        return log.fold(id, ResourceEvent.class, ResourceFold::evolve, sequence);
    }

    public NodeState node(NodeId id) {
        return log.fold(id, NodeEvent.class, NodeFold::evolve);
    }

    public ExecutionState execution(ExecutionId id) {
        return executions.of(id);
    }
}
