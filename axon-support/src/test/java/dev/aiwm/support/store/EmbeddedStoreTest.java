package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.JdbcEventStore;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

class EmbeddedStoreTest {
    @TempDir Path data;

    @Test
    void every_axon_bean_is_ours() {
        try (var program = CounterApplication.start(data)) {
            assertThat(program.getBean(TransactionManager.class))
                    .isInstanceOf(SpringTransactionManager.class);
            assertThat(program.getBean(EventStore.class)).isInstanceOf(JdbcEventStore.class);
            assertThat(program.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
            assertThat(program.getBean(SagaStore.class)).isInstanceOf(JdbcSagaStore.class);
            assertThat(program.getBeansOfType(Serializer.class))
                    .hasSize(3)
                    .allSatisfy(
                            (name, serializer) ->
                                    assertThat(serializer).isInstanceOf(Jackson3Serializer.class));
        }
    }

    @Test
    void the_data_is_for_its_owner_alone() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        var made = data.resolve("made");

        CounterApplication.start(data).close();
        CounterApplication.start(made).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_command_decided_is_in_the_log_after_a_restart() {
        try (var program = CounterApplication.start(data)) {
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("one", "first"));
            int value = commands.sendAndWait(new MoveCounter("one", 3));
            assertThat(value).isEqualTo(3);
        }
        try (var program = CounterApplication.start(data)) {
            List<LoggedEvent> events = program.getBean(EventLog.class).read(Position.START, 10);
            assertThat(events)
                    .extracting(LoggedEvent::payload)
                    .containsExactly(new CounterOpened("one", "first"), new CounterMoved("one", 3));
            int value =
                    program.getBean(CommandGateway.class).sendAndWait(new MoveCounter("one", 4));
            assertThat(value).isEqualTo(7);
        }
    }
}
