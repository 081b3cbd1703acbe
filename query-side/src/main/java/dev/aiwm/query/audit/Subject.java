package dev.aiwm.query.audit;

import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.ResourceEvent;

/** What an event is an event of, with its id as REST shows it. */
record Subject(String kind, String id) {
    static final String RESOURCE = "resource";
    static final String NODE = "node";
    static final String EXECUTION = "execution";

    static Subject of(Object event) {
        if (event instanceof ResourceEvent resource) {
            return new Subject(RESOURCE, resource.resourceId().value());
        }
        if (event instanceof NodeEvent node) {
            return new Subject(NODE, node.nodeId().value());
        }
        if (event instanceof ExecutionEvent execution) {
            return new Subject(EXECUTION, execution.executionId().value());
        }
        if (event instanceof DeadLetterEvent letter) {
            return new Subject("dead-letter", letter.deadLetterId());
        }
        throw new IllegalArgumentException("nobody knows what " + event.getClass() + " is about");
    }
}
