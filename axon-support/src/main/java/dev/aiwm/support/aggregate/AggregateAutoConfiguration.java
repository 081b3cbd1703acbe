package dev.aiwm.support.aggregate;

import dev.aiwm.support.store.StoreKind;
import dev.aiwm.support.store.StoreSettings;

import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * What aggregates name in their annotation: {@code @Aggregate(cache = "aggregateCache",
 * snapshotTriggerDefinition = "every200Events")}.
 */
@AutoConfiguration(beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
class AggregateAutoConfiguration {
    private static final int CACHED = 10_000;
    private static final int EVENTS_PER_SNAPSHOT = 200;

    @Bean
    StaleDecisions staleDecisions(ObjectProvider<EventStore> eventStore) {
        return new StaleDecisions(id -> eventStore.getObject().lastSequenceNumberFor(id));
    }

    @Bean
    Cache aggregateCache(StoreSettings settings, StaleDecisions staleDecisions) {
        boolean alone = settings.store() == StoreKind.EMBEDDED;
        return new AggregateCache(CACHED, alone ? null : staleDecisions);
    }

    @Bean
    CommandTargetResolver targets() {
        return new RememberedTargets();
    }

    @Bean
    SnapshotTriggerDefinition every200Events(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    /** Needs the store until its last snapshot is made. */
    @Bean
    SnapshotThread snapshotThread(EventStore eventStore) {
        return new SnapshotThread();
    }

    @Bean
    Snapshotter snapshotter(
            Configuration configuration,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EventStore eventStore,
            TransactionManager transactions,
            SnapshotThread snapshotThread) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(configuration::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .transactionManager(transactions)
                .executor(snapshotThread)
                .build();
    }
}
