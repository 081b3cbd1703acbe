package dev.aiwm.support.projection;

import dev.aiwm.support.log.LoggedEvent;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pooled streaming processor that hands over whole batches of stretches. The documents are
 * written before the unit of work commits, which stores the token: a token never runs ahead of its
 * documents.
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
        int count = 0;
        try {
            count = process(messages, unitOfWork, segments);
        } finally {
            rest.batchEnds(System.nanoTime() - began, count);
        }
    }

    private int process(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments) {
        List<LoggedEvent> events;
        unitOfWork.start();
        try {
            events = Stretch.eventsOf(messages, segments);
            writer.write(events);
        } catch (RuntimeException e) {
            failure = e;
            unitOfWork.rollback(e);
            throw e;
        }
        unitOfWork.commit();
        handled.addAndGet(events.size());
        failure = null;
        return events.size();
    }

    /** Why the newest batch could not be written; null when it was. */
    Throwable failure() {
        return failure;
    }

    long handled() {
        return handled.get();
    }
}
