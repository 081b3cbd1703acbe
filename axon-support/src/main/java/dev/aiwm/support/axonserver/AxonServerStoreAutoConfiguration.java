package dev.aiwm.support.axonserver;

import dev.aiwm.support.deadletter.DeadLetterStore;
import dev.aiwm.support.deadletter.MongoDeadLetterStore;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LiveTail;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.serialization.Serializers;
import dev.aiwm.support.serialization.SnapshotTypes;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.eventhandling.saga.repository.MongoSagaStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Events, snapshots and commands in Axon Server; sagas and their tokens in MongoDB. There are no
 * transactions: a saga that dies between two of its writes sends its command again, which the
 * aggregate takes as done.
 */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration"
        },
        afterName = {
            "org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration",
            "dev.aiwm.support.mongo.ReadDatabaseAutoConfiguration"
        })
@ConditionalOnProperty(name = "aiwm.store", havingValue = "axonserver")
class AxonServerStoreAutoConfiguration {
    private static final String COMMAND_SIDE = "command";

    @Bean
    TransactionManager axonTransactionManager() {
        return NoTransactionManager.instance();
    }

    @Bean
    AxonServerEventStore eventStore(
            AxonServerConfiguration settings,
            AxonServerConnectionManager connections,
            Configuration configuration,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            SnapshotTypes snapshotTypes,
            ObjectProvider<EventUpcaster> upcasters) {
        return AxonServerEventStore.builder()
                .configuration(settings)
                .platformConnectionManager(connections)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(Serializers.snapshots(snapshotTypes))
                .snapshotFilter(snapshotTypes)
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }

    @Bean
    EventLog eventLog(AxonServerEventStore eventStore, AxonServerConnectionManager connections) {
        return new AxonServerEventLog(eventStore, connections);
    }

    @Bean
    EventTail eventTail(AxonServerEventStore eventStore) {
        return new LiveTail(after -> new AxonServerCursor(eventStore, after));
    }

    @Bean
    TokenStore tokenStore(ReadDatabases databases) {
        return databases.tokenStore(COMMAND_SIDE);
    }

    @Bean
    SagaStore<Object> sagaStore(ReadDatabases databases, Serializer serializer) {
        return MongoSagaStore.builder()
                .mongoTemplate(databases.axonTemplate(COMMAND_SIDE))
                .serializer(serializer)
                .build();
    }

    @Bean
    DeadLetterStore deadLetterStore(ReadDatabases databases) {
        return new MongoDeadLetterStore(databases.database(COMMAND_SIDE));
    }
}
