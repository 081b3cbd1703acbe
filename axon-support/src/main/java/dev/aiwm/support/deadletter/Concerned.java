package dev.aiwm.support.deadletter;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom an event concerns: its own aggregate, and the resources and executions that it names. Those
 * are what sagas are associated with, so two events of one saga always concern somebody in common.
 * A node that is merely named is left out, or one bad event would hold up all of its resources.
 */
final class Concerned {
    private Concerned() {}

    static Set<String> by(EventMessage<?> message) {
        Set<String> ids = new HashSet<>();
        ids.add(streamOf(message));
        Object payload = message.getPayload();
        if (payload.getClass().isRecord()) {
            for (RecordComponent component : payload.getClass().getRecordComponents()) {
                add(ids, component, payload);
            }
        }
        return ids;
    }

    static String streamOf(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }

    private static void add(Set<String> ids, RecordComponent component, Object payload) {
        Class<?> type = component.getType();
        if (type == ResourceId.class || type == ExecutionId.class || type == ResourceRef.class) {
            Object value = valueOf(component, payload);
            if (value != null) {
                ids.add(value instanceof ResourceRef subject ? subject.id() : value.toString());
            }
        }
    }

    private static Object valueOf(RecordComponent component, Object payload) {
        try {
            return component.getAccessor().invoke(payload);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
