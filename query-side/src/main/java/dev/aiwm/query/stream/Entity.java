package dev.aiwm.query.stream;

import dev.aiwm.contracts.bulk.event.BulkEvent;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.NodeEvent;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.schedule.event.ScheduleEvent;
import dev.aiwm.contracts.user.event.UserEvent;

import java.util.Optional;

/** What a change is a change of. */
enum Entity {
    RESOURCE("resource"),
    NODE("node"),
    EXECUTION("execution"),
    BULK_OPERATION("bulk-operation"),
    SCHEDULE("schedule"),
    USER("user");

    private final String wire;

    Entity(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /** Empty for events that are not shown. */
    static Optional<Entity> of(Object event) {
        if (event instanceof ResourceEvent) {
            return Optional.of(RESOURCE);
        }
        if (event instanceof NodeEvent) {
            return Optional.of(NODE);
        }
        if (event instanceof BulkEvent) {
            return Optional.of(BULK_OPERATION);
        }
        if (event instanceof ScheduleEvent) {
            return Optional.of(SCHEDULE);
        }
        if (event instanceof UserEvent) {
            return Optional.of(USER);
        }
        return event instanceof ExecutionEvent ? Optional.of(EXECUTION) : Optional.empty();
    }

    /** The id as REST shows it. */
    static String idOf(Object event) {
        if (event instanceof ResourceEvent resource) {
            return resource.resourceId().value();
        }
        if (event instanceof NodeEvent node) {
            return node.nodeId().value();
        }
        if (event instanceof BulkEvent bulk) {
            return bulk.bulkId().value();
        }
        if (event instanceof ScheduleEvent schedule) {
            return schedule.scheduleId().value();
        }
        if (event instanceof UserEvent user) {
            return user.userId().value();
        }
        return ((ExecutionEvent) event).executionId().value();
    }
}
