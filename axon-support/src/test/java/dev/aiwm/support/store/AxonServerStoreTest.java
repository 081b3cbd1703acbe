package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.mongo.MongoServerInProcess;
import dev.aiwm.support.sample.CounterApplication;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.eventhandling.saga.repository.MongoSagaStore;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;

import java.nio.file.Path;

import javax.sql.DataSource;

/** No server is needed, because nothing is started; who has one runs the rest. */
class AxonServerStoreTest {
    @TempDir Path data;

    static class NothingIsStarted {
        @Bean
        LifecycleProcessor lifecycleProcessor() {
            return new DefaultLifecycleProcessor() {
                @Override
                public void onRefresh() {
                    // beans only
                }
            };
        }
    }

    @Test
    void every_axon_bean_is_for_axon_server_or_mongodb() {
        try (var server = MongoServerInProcess.on(data.resolve("documents.mv"), 0);
                var program =
                        CounterApplication.start(
                                new Class<?>[] {NothingIsStarted.class},
                                data,
                                "aiwm.store=axonserver",
                                "spring.mongodb.uri=" + server.uri())) {
            assertThat(program.getBean(EventStore.class)).isInstanceOf(AxonServerEventStore.class);
            assertThat(program.getBean(CommandBus.class)).isInstanceOf(AxonServerCommandBus.class);
            assertThat(program.getBean(TokenStore.class)).isInstanceOf(MongoTokenStore.class);
            assertThat(program.getBean(SagaStore.class)).isInstanceOf(MongoSagaStore.class);
            assertThat(program.getBean(TransactionManager.class))
                    .isInstanceOf(NoTransactionManager.class);
            assertThat(program.getBean(Configuration.class).eventStore())
                    .isSameAs(program.getBean(EventStore.class));
            assertThat(program.getBean(EventLog.class)).isNotNull();
            assertThat(program.getBean(EventTail.class)).isNotNull();
            assertThat(program.getBeansOfType(Serializer.class).values())
                    .hasOnlyElementsOfType(Jackson3Serializer.class);
            assertThat(program.getBeansOfType(DataSource.class)).isEmpty();
        }
    }
}
