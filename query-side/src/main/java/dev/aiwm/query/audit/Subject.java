package dev.aiwm.query.audit;

import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.user.event.UserEvent;
import dev.aiwm.support.log.LoggedEvent;

/** What an event is an event of, with its id as REST shows it. */
record Subject(String kind, String id) {
    static final String NODE = Kind.NODE.wire();

    /** In the words of the API. */
    enum Kind {
        RESOURCE("resource"),
        NODE("node"),
        EXECUTION("execution"),
        BULK("bulk"),
        SCHEDULE("schedule"),
        USER("user"),
        DEAD_LETTER("dead-letter");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }

    static Subject of(LoggedEvent event) {
        if (event.payload() instanceof NodeEvent node) {
            return new Subject(NODE, node.nodeId().value());
        }
        if (event.payload() instanceof UserEvent user) {
            return new Subject(Kind.USER.wire(), user.userId().value());
        }
        if (event.payload() instanceof DeadLetterEvent letter) {
            return new Subject(Kind.DEAD_LETTER.wire(), letter.deadLetterId());
        }
        return new Subject(featureOf(event.payload().getClass()), event.aggregateId());
    }

    /** Events lie in the package {@code event} of their feature. */
    private static String featureOf(Class<?> type) {
        String[] packages = type.getPackageName().split("\\.", -1);
        return packages[Math.max(0, packages.length - 2)];
    }
}
