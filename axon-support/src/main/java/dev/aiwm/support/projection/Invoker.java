package dev.aiwm.support.projection;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** Says which segments a stretch of the log has something for. */
final class Invoker implements EventHandlerInvoker {
    private final BatchWriter writer;

    Invoker(BatchWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return Stretch.in(message).concerns(segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType == Stretch.class;
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
