package dev.aiwm.support.log;

import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.monitoring.MessageMonitor;

import java.time.Duration;
import java.util.List;

/**
 * Axon's event store over the JDBC log. It differs from Axon's embedded one in that its streams
 * call back when there are new events, that a log which cannot be read fails its readers instead of
 * leaving them waiting, and that what is kept for followers is bounded.
 */
public final class JdbcEventStore extends AbstractEventStore implements Lifecycle, AutoCloseable {
    private final LiveLog live;
    private final JdbcLogEngine engine;

    private JdbcEventStore(Builder builder) {
        super(builder);
        this.engine = builder.engine;
        this.live = new LiveLog(builder.engine, builder.poll, builder.kept);
    }

    /** Last of all that is written, as everybody else waits while this transaction has its turn. */
    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().onPrepareCommit(unit -> super.prepareCommit(events));
        } else {
            super.prepareCommit(events);
        }
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        live.wake();
    }

    /** Another process may have appended. */
    public void wake() {
        live.wake();
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return new LogStream(live.open(Tokens.positionOf(trackingToken)));
    }

    /** Whether the current unit of work, or one around it, has events that are not yet stored. */
    public boolean hasStagedEvents() {
        return !queuedMessages().isEmpty();
    }

    LiveLog live() {
        return live;
    }

    JdbcLogEngine engine() {
        return engine;
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::close);
    }

    @Override
    public void close() {
        live.close();
    }

    public static Builder builder(JdbcLogEngine engine) {
        return new Builder(engine);
    }

    /** Collects the parts of a store. */
    public static final class Builder extends AbstractEventStore.Builder {
        private final JdbcLogEngine engine;
        private Duration poll = Duration.ofSeconds(1);
        private int kept = 8192;

        private Builder(JdbcLogEngine engine) {
            this.engine = engine;
            storageEngine(engine);
        }

        /** How often to look for events that nobody announced. */
        public Builder poll(Duration interval) {
            this.poll = interval;
            return this;
        }

        /** How many of the newest events to keep for followers. */
        public Builder kept(int events) {
            this.kept = events;
            return this;
        }

        public Builder metered(
                MessageMonitor<? super EventMessage<?>> monitor, EventBusSpanFactory spans) {
            messageMonitor(monitor);
            spanFactory(spans);
            return this;
        }

        public JdbcEventStore build() {
            return new JdbcEventStore(this);
        }
    }
}
