package dev.aiwm.support.store;

import com.zaxxer.hikari.HikariDataSource;

import dev.aiwm.support.deadletter.DeadLetterStore;
import dev.aiwm.support.deadletter.JdbcDeadLetterStore;
import dev.aiwm.support.log.Disk;
import dev.aiwm.support.log.JdbcEventStore;
import dev.aiwm.support.log.JdbcLogEngine;
import dev.aiwm.support.log.PostgresWakeUp;
import dev.aiwm.support.serialization.Serializers;
import dev.aiwm.support.serialization.SnapshotTypes;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.GenericSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

/** Events, snapshots, sagas and their tokens in HSQLDB or PostgreSQL. */
@AutoConfiguration(
        beforeName = {
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
            "org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
@Conditional(OnSqlStore.class)
@EnableConfigurationProperties(StoreSettings.class)
class JdbcStoreAutoConfiguration {
    private static final Duration FALLBACK_POLL = Duration.ofMillis(20);
    private static final Duration IDLE_POLL = Duration.ofSeconds(1);

    private final StoreSettings settings;

    JdbcStoreAutoConfiguration(StoreSettings settings) {
        this.settings = settings;
    }

    @Bean
    SchemaScript eventStoreSchema() {
        return new SchemaScript(0, "dev/aiwm/support/store/schema");
    }

    @Bean
    DataSource dataSource(ObjectProvider<SchemaScript> scripts) {
        DataSource database = Databases.open(settings);
        SchemaScripts.run(
                database, Databases.dialectOf(settings.store()), scripts.stream().toList());
        return database;
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        if (isShared()) {
            return new JdbcTransactionManager(dataSource);
        }
        var transactions = new EmbeddedTransactions(dataSource, Databases.log(settings.data()));
        transactions.start();
        return transactions;
    }

    @Bean
    Disk disk(PlatformTransactionManager transactions) {
        return transactions instanceof EmbeddedTransactions embedded
                ? embedded.disk()
                : Disk.AT_COMMIT;
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    /**
     * Without Axon's wrapper for units of work: that gives back a connection at the end of a unit,
     * when the transaction has done so already and another thread may have it.
     */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    JdbcLogEngine eventStorageEngine(
            JdbcTemplate jdbcTemplate,
            TransactionManager transactions,
            Disk disk,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            SnapshotTypes snapshotTypes,
            ObjectProvider<EventUpcaster> upcasters) {
        return JdbcLogEngine.builder()
                .jdbc(jdbcTemplate, transactions)
                .shared(isShared())
                .disk(disk)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(Serializers.snapshots(snapshotTypes))
                .snapshotFilter(snapshotTypes)
                .upcasterChain(new EventUpcasterChain(upcasters.orderedStream().toList()))
                .build();
    }

    private boolean isShared() {
        return settings.store() != StoreKind.EMBEDDED;
    }

    @Bean(destroyMethod = "close")
    JdbcEventStore eventStore(
            JdbcLogEngine engine, org.axonframework.config.Configuration configuration) {
        return JdbcEventStore.builder(engine)
                .poll(isShared() ? FALLBACK_POLL : IDLE_POLL)
                .metered(
                        configuration.messageMonitor(EventStore.class, "eventStore"),
                        configuration.getComponent(EventBusSpanFactory.class))
                .build();
    }

    /** PostgreSQL has other processes, whose appends are told, and may be away. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "aiwm.store", havingValue = "jdbc")
    static class Shared {

        @Bean
        EventsFarewell eventsFarewell(DataSource database, ApplicationContext own)
                throws SQLException {
            return new EventsFarewell(database.unwrap(HikariDataSource.class), own);
        }

        @Bean
        PostgresWakeUp eventLogWakeUp(StoreSettings settings, JdbcEventStore eventStore) {
            StoreSettings.Jdbc jdbc = settings.jdbc();
            return new PostgresWakeUp(
                    () -> DriverManager.getConnection(jdbc.url(), jdbc.username(), jdbc.password()),
                    eventStore);
        }
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(AxonTables.tokens())
                .serializer(serializer)
                .nodeId(settings.instanceName())
                .build();
    }

    @Bean
    SagaStore<Object> sagaStore(ConnectionProvider connections, Serializer serializer) {
        return new LookedForSagas(
                JdbcSagaStore.builder()
                        .connectionProvider(connections)
                        .sqlSchema(new GenericSagaSqlSchema(AxonTables.sagas()))
                        .serializer(serializer));
    }

    @Bean
    DeadLetterStore deadLetterStore(JdbcTemplate jdbcTemplate) {
        return new JdbcDeadLetterStore(jdbcTemplate);
    }
}
