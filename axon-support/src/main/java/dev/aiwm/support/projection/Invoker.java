package dev.aiwm.support.projection;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

import java.util.List;

/** Says which events a projection wants, and which segment does an aggregate's. */
final class Invoker implements EventHandlerInvoker {
    private final List<Class<?>> families;
    private final BatchWriter writer;

    Invoker(List<Class<?>> families, BatchWriter writer) {
        this.families = families;
        this.writer = writer;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return canHandleType(message.getPayloadType()) && segment.matches(streamOf(message));
    }

    private static String streamOf(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        for (Class<?> family : families) {
            if (family.isAssignableFrom(payloadType)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        throw new UnsupportedOperationException("events are handled in batches");
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        writer.forget();
    }
}
