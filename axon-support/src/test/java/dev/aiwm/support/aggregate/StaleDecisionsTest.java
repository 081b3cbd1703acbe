package dev.aiwm.support.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterCommand.RaiseCounter;
import dev.aiwm.testing.PostgresServer;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;

/** Two processes on one log, each of which remembers the same aggregate. */
class StaleDecisionsTest {
    private static final int LIMIT = 1_000_000;

    @TempDir Path data;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;

    @BeforeEach
    void start_both() {
        String[] database = PostgresServer.database();
        one = CounterApplication.start(data.resolve("one"), database);
        other = CounterApplication.start(data.resolve("other"), database);
    }

    @AfterEach
    void stop_both() {
        one.close();
        other.close();
    }

    @Test
    void what_seems_done_already_is_done_when_another_replica_has_undone_it() {
        open("shared");
        tell(one, new RaiseCounter("shared", 5));
        tell(other, new MoveCounter("shared", -3));
        assertThat(tell(one, new RaiseCounter("shared", 5))).isEqualTo(5);
        assertThat(tell(other, new RaiseCounter("shared", 0))).isEqualTo(5);
    }

    @Test
    void what_was_impossible_is_possible_when_another_replica_has_made_room() {
        open("shared");
        tell(one, new MoveCounter("shared", LIMIT));
        tell(other, new MoveCounter("shared", -10));
        assertThat(tell(one, new MoveCounter("shared", 4))).isEqualTo(LIMIT - 6);
    }

    @Test
    void several_commands_in_one_transaction_are_refused_together_and_possible_afterwards() {
        open("shared");
        open("own");
        tell(one, new RaiseCounter("shared", 5));
        tell(other, new MoveCounter("shared", -3));
        assertThatThrownBy(this::moveOwnAndRaiseShared).isInstanceOf(ConcurrencyException.class);
        assertThat(tell(other, new RaiseCounter("own", 0))).isZero();
        moveOwnAndRaiseShared();
        assertThat(tell(other, new RaiseCounter("own", 0))).isEqualTo(1);
        assertThat(tell(other, new RaiseCounter("shared", 0))).isEqualTo(5);
    }

    private void moveOwnAndRaiseShared() {
        var unit =
                DefaultUnitOfWork.startAndGet(
                        GenericEventMessage.asEventMessage("what sagas handle"));
        unit.attachTransaction(one.getBean(TransactionManager.class));
        tell(one, new MoveCounter("own", 1));
        tell(one, new RaiseCounter("shared", 5));
        unit.commit();
    }

    private void open(String counter) {
        one.getBean(CommandGateway.class).sendAndWait(new OpenCounter(counter, ""));
    }

    private static int tell(ConfigurableApplicationContext program, CounterCommand command) {
        Object answer = program.getBean(CommandGateway.class).sendAndWait(command);
        return (Integer) answer;
    }
}
