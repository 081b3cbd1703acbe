package dev.aiwm.support.projection;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.LoggedEvents;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pooled streaming processor that hands over whole batches. The documents are written before the
 * unit of work commits, which stores the token: a token never runs ahead of its documents.
 */
final class ProjectionProcessor extends PooledStreamingEventProcessor {
    private final BatchWriter writer;
    private final Rest rest;
    private final AtomicLong handled = new AtomicLong();
    private volatile Throwable failure;

    ProjectionProcessor(Builder builder, BatchWriter writer, Rest rest) {
        super(builder);
        this.writer = writer;
        this.rest = rest;
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        long began = System.nanoTime();
        rest.batchBegins();
        try {
            process(messages, unitOfWork);
        } finally {
            rest.batchEnds(System.nanoTime() - began, messages.size());
        }
    }

    private void process(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork) {
        unitOfWork.start();
        try {
            writer.write(events(messages));
        } catch (RuntimeException e) {
            failure = e;
            unitOfWork.rollback(e);
            throw e;
        }
        unitOfWork.commit();
        handled.addAndGet(messages.size());
        failure = null;
    }

    private static List<LoggedEvent> events(List<? extends EventMessage<?>> messages) {
        var events = new ArrayList<LoggedEvent>(messages.size());
        for (EventMessage<?> message : messages) {
            events.add(LoggedEvents.of((TrackedEventMessage<?>) message));
        }
        return events;
    }

    /** Why the newest batch could not be written; null when it was. */
    Throwable failure() {
        return failure;
    }

    long handled() {
        return handled.get();
    }
}
