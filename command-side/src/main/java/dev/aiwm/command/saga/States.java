package dev.aiwm.command.saga;

import dev.aiwm.contracts.EventFacts;
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
        return fold(id.toString(), ResourceEvent.class, ResourceFold::evolve);
    }

    /** As it stood right after one of its events. */
    ResourceState resourceAt(ResourceId id, long sequence) {
        return fold(id.toString(), ResourceEvent.class, ResourceFold::evolve, sequence);
    }

    NodeState node(NodeId id) {
        return fold(id.toString(), NodeEvent.class, NodeFold::evolve);
    }

    ExecutionState execution(ExecutionId id) {
        return fold(id.toString(), ExecutionEvent.class, ExecutionFold::evolve);
    }

    private interface Evolution<S, E> {
        S evolve(S before, E event, EventFacts facts);
    }

    private <S, E> S fold(String stream, Class<E> family, Evolution<S, E> evolution) {
        return fold(stream, family, evolution, Long.MAX_VALUE);
    }

    private <S, E> S fold(
            String stream, Class<E> family, Evolution<S, E> evolution, long lastSequence) {
        S state = null;
        for (var logged : log.readAggregate(stream)) {
            if (logged.sequence() > lastSequence) {
                return state;
            }
            var facts = new EventFacts(logged.sequence(), logged.timestamp());
            state = evolution.evolve(state, family.cast(logged.payload()), facts);
        }
        return state;
    }
}
