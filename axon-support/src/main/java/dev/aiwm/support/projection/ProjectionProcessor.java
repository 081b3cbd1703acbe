package dev.aiwm.support.projection;

import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A pooled streaming processor that hands over whole batches of stretches, less what was written
 * before: the segment that is furthest back says from where is read, and the first stretch behind
 * another's token may begin before it. The documents are written before the unit of work commits,
 * which stores the token: a token never runs ahead of its documents.
 */
final class ProjectionProcessor extends PooledStreamingEventProcessor {
    private final BatchWriter writer;
    private final Rest rest;
    private final StoredTokens tokens;
    private final AtomicLong handled = new AtomicLong();
    private volatile Throwable failure;

    ProjectionProcessor(Builder builder, BatchWriter writer, Rest rest, StoredTokens tokens) {
        super(builder);
        this.writer = writer;
        this.rest = rest;
        this.tokens = tokens;
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
        var events = new ArrayList<LoggedEvent>();
        unitOfWork.start();
        try {
            for (Segment segment : segments) {
                events.addAll(Stretch.eventsOf(messages, segment, writtenUpTo(segment)));
            }
            writer.write(events);
        } catch (RuntimeException e) {
            failure = e;
            unitOfWork.rollback(e);
            throw e;
        }
        // first, since whoever sees the token sees what it stands for
        handled.addAndGet(events.size());
        failure = null;
        unitOfWork.commit();
        return events.size();
    }

    /** A status is there only once a segment's first batch since its claim was written. */
    private Position writtenUpTo(Segment segment) {
        int number = segment.getSegmentId();
        EventTrackerStatus status = processingStatus().get(number);
        return status == null
                ? tokens.positions(getName()).getOrDefault(number, Position.START)
                : StoredTokens.positionOf(status);
    }

    /** Why the newest batch could not be written; null when it was. */
    Throwable failure() {
        return failure;
    }

    long handled() {
        return handled.get();
    }
}
