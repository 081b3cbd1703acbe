package dev.aiwm.query.audit;

import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.ResourceEvent;

/** What an event is an event of, with its id as REST shows it. */
record Subject(String kind, String id) {
    static final String NODE = Kind.NODE.wire();

    /** In the words of the API. */
    enum Kind {
        RESOURCE("resource"),
        NODE("node"),
        EXECUTION("execution"),
        DEAD_LETTER("dead-letter");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    private static Subject of(Kind kind, String id) {
        return new Subject(kind.wire(), id);
    }

    static Subject of(Object event) {
        if (event instanceof ResourceEvent resource) {
            return of(Kind.RESOURCE, resource.resourceId().value());
        }
        if (event instanceof NodeEvent node) {
            return of(Kind.NODE, node.nodeId().value());
        }
        if (event instanceof ExecutionEvent execution) {
            return of(Kind.EXECUTION, execution.executionId().value());
        }
        if (event instanceof DeadLetterEvent letter) {
            return of(Kind.DEAD_LETTER, letter.deadLetterId());
        }
        throw new IllegalArgumentException("nobody knows what " + event.getClass() + " is about");
    }
}
