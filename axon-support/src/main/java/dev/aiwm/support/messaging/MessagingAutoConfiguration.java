package dev.aiwm.support.messaging;

import dev.aiwm.support.aggregate.StaleDecisions;
import dev.aiwm.support.log.JdbcEventStore;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfiguration;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Command bus and gateway, and what goes along with messages. */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class MessagingAutoConfiguration {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessagingAutoConfiguration.class);

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOrigin();
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            Configuration configuration,
            ObjectProvider<JdbcEventStore> eventStore,
            StaleDecisions staleDecisions) {
        var bus =
                new LocalCommandBus(
                        SimpleCommandBus.builder()
                                .transactionManager(transactions)
                                .rollbackConfiguration(rollback(eventStore))
                                .duplicateCommandHandlerResolver(
                                        DuplicateCommandHandlerResolution.rejectDuplicates())
                                .spanFactory(
                                        configuration.getComponent(CommandBusSpanFactory.class))
                                .messageMonitor(
                                        configuration.messageMonitor(
                                                CommandBus.class, "commandBus")));
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.registerHandlerInterceptor(new RejectionInterceptor());
        bus.registerHandlerInterceptor(staleDecisions);
        return bus;
    }

    /**
     * A command that is rejected before it has decided anything leaves nothing to undo; rolling
     * back would only drop the aggregate from the cache.
     */
    private static RollbackConfiguration rollback(ObjectProvider<JdbcEventStore> eventStore) {
        return failure ->
                RollbackConfigurationType.ANY_THROWABLE.rollBackOn(failure)
                        && !(Rejections.in(failure).isPresent() && nothingStaged(eventStore));
    }

    private static boolean nothingStaged(ObjectProvider<JdbcEventStore> eventStore) {
        JdbcEventStore store = eventStore.getIfAvailable();
        return store != null && !store.hasStagedEvents();
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService commandRetryExecutor() {
        return Executors.newScheduledThreadPool(
                2,
                task -> {
                    var thread = new Thread(task, "command-retry");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Dispatch interceptors that are beans are added by Axon's own configuration. */
    @Bean
    CommandGateway commandGateway(
            CommandBus commandBus, ScheduledExecutorService commandRetryExecutor) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new ConflictRetry(commandRetryExecutor))
                .commandCallback(MessagingAutoConfiguration::logFault)
                .build();
    }

    private static void logFault(CommandMessage<?> command, CommandResultMessage<?> result) {
        if (result.isExceptional() && Rejections.in(result.exceptionResult()).isEmpty()) {
            LOGGER.warn("{} failed", command.getCommandName(), result.exceptionResult());
        }
    }
}
