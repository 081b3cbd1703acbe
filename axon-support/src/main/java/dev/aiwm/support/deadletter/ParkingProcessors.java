package dev.aiwm.support.deadletter;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.ReaderThreads;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer.EventProcessorBuilder;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the processors of sagas and policies; one segment each, one event per transaction. */
public final class ParkingProcessors implements EventProcessorBuilder {
    private final Supplier<DeadLetterStore> letters;
    private final DeadLetterSettings settings;
    private final Supplier<EventLog> log;
    private final Supplier<Stream<DiscardedEvents>> discarded;

    /** Reads for all of them: each new event would wake as many threads as there are processors. */
    private ScheduledExecutorService reader;

    /** All are asked for late, because they need Axon's configuration themselves. */
    public ParkingProcessors(
            Supplier<DeadLetterStore> letters,
            DeadLetterSettings settings,
            Supplier<EventLog> log,
            Supplier<Stream<DiscardedEvents>> discarded) {
        this.letters = letters;
        this.settings = settings;
        this.log = log;
        this.discarded = discarded;
    }

    @Override
    public EventProcessor build(
            String name, Configuration configuration, EventHandlerInvoker handlers) {
        EventProcessingConfiguration processing = configuration.eventProcessingConfiguration();
        TransactionManager transactions = processing.transactionManager(name);
        TokenStore tokens = TokensOfTurns.of(processing.tokenStore(name));
        var invoker =
                new ParkingInvoker(
                        name,
                        handlers,
                        letters.get(),
                        log.get(),
                        configuration.eventBus(),
                        (processor, event) ->
                                discarded.get().forEach(it -> it.discarded(processor, event)));
        var builder =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(invoker)
                        .rollbackConfiguration(processing.rollbackConfiguration(name))
                        .errorHandler(processing.errorHandler(name))
                        .messageMonitor(
                                processing.messageMonitor(
                                        PooledStreamingEventProcessor.class, name))
                        .messageSource(configuration.eventStore())
                        .tokenStore(tokens)
                        .transactionManager(transactions)
                        .coordinatorExecutor(reader(configuration))
                        .workerExecutor(thread(configuration, "WorkPackage[" + name + "]"))
                        .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                        .initialSegmentCount(1)
                        .batchSize(1)
                        .enableCoordinatorClaimExtension();
        return new ParkingProcessor(builder, invoker, settings, transactions, tokens);
    }

    private synchronized ScheduledExecutorService reader(Configuration configuration) {
        if (reader == null) {
            reader = thread(configuration, "Coordinator");
        }
        return reader;
    }

    private static ScheduledExecutorService thread(Configuration configuration, String name) {
        var executor = new ReaderThreads(1, new AxonThreadFactory(name));
        configuration.onShutdown(executor::shutdown);
        return executor;
    }
}
