package dev.aiwm.support.deadletter;

import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tries an event that fails a few times more, each time in a transaction of its own, and then puts
 * it aside, so that the others go on. An event is put aside in the same transaction as the token
 * moves over it: none is lost, and none both put aside and handled.
 *
 * <p>When not even that can be done, the store is out of reach. Then Axon lets go of the segment
 * and begins again later, and the attempts are counted anew.
 */
final class ParkingProcessor extends PooledStreamingEventProcessor {
    private static final Logger LOGGER = LoggerFactory.getLogger(ParkingProcessor.class);

    private final ParkingInvoker invoker;
    private final DeadLetterSettings settings;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    ParkingProcessor(
            Builder builder,
            ParkingInvoker invoker,
            DeadLetterSettings settings,
            TransactionManager transactions,
            TokenStore tokens) {
        super(builder);
        this.invoker = invoker;
        this.settings = settings;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        super.start();
    }

    @Override
    public CompletableFuture<Void> shutdownAsync() {
        stopping.countDown();
        return super.shutdownAsync();
    }

    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments)
            throws Exception {
        Throwable failure = attempt(messages, unitOfWork, segments);
        int attempts = 1;
        while (failure != null && attempts < limit(messages)) {
            pause(settings.pauseAfter(attempts), failure);
            failure = attempt(messages, anotherUnit(messages, segments), segments);
            attempts++;
        }
        if (failure != null) {
            putAside(messages, segments, attempts, failure);
        }
    }

    /** A dead letter that is tried again is tried once. */
    private int limit(List<? extends EventMessage<?>> messages) {
        boolean again =
                messages.stream().anyMatch(one -> one.getPayload() instanceof DeadLetterEvent);
        return again ? 1 : settings.attempts();
    }

    private Throwable attempt(
            List<? extends EventMessage<?>> messages,
            UnitOfWork<? extends EventMessage<?>> unitOfWork,
            Collection<Segment> segments) {
        try {
            super.processInUnitOfWork(messages, unitOfWork, segments);
            return null;
        } catch (Exception | Error e) {
            return e;
        }
    }

    private void pause(Duration pause, Throwable failure) throws Exception {
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(getName() + " stops while an event fails", failure);
        }
    }

    /** What Axon's own unit of work would do: move the token when all goes well. */
    private UnitOfWork<? extends EventMessage<?>> anotherUnit(
            List<? extends EventMessage<?>> messages, Collection<Segment> segments) {
        var last = (TrackedEventMessage<?>) messages.get(messages.size() - 1);
        var unit = new BatchingUnitOfWork<>(messages);
        unit.attachTransaction(transactions);
        unit.onPrepareCommit(
                preparing ->
                        segments.forEach(
                                segment ->
                                        tokens.storeToken(
                                                last.trackingToken(),
                                                getName(),
                                                segment.getSegmentId())));
        return unit;
    }

    private void putAside(
            List<? extends EventMessage<?>> messages,
            Collection<Segment> segments,
            int attempts,
            Throwable failure) {
        var unit = anotherUnit(messages, segments);
        unit.start();
        try {
            invoker.park(messages.get(0), attempts, failure);
        } catch (RuntimeException e) {
            e.addSuppressed(failure);
            unit.rollback(e);
            throw e;
        }
        unit.commit();
        LOGGER.error(
                "{} cannot handle {} and has put it aside after attempt {}",
                getName(),
                messages.get(0).getPayloadType().getSimpleName(),
                attempts,
                failure);
    }
}
