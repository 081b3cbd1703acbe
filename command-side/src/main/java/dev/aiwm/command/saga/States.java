package dev.aiwm.command.saga;

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

import org.springframework.stereotype.Component;

/** How things stand by their events, right now; null for what never was. */
@Component
class States {
    private final EventLog log;

    States(EventLog log) {
        this.log = log;
    }

    ResourceState resource(ResourceId id) {
        return log.fold(id, ResourceEvent.class, ResourceFold::evolve);
    }

    /** As it stood right after one of its events. */
    ResourceState resourceAt(ResourceId id, long sequence) {
        return log.fold(id, ResourceEvent.class, ResourceFold::evolve, sequence);
    }

    NodeState node(NodeId id) {
        return log.fold(id, NodeEvent.class, NodeFold::evolve);
    }

    ExecutionState execution(ExecutionId id) {
        return log.fold(id, ExecutionEvent.class, ExecutionFold::evolve);
    }
}
