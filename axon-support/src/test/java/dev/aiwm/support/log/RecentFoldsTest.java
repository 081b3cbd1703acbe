package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

class RecentFoldsTest {
    private final AtomicInteger steps = new AtomicInteger();

    @TempDir Path data;
    private ConfigurableApplicationContext program;
    private RecentFolds<Integer, CounterEvent> sums;

    @BeforeEach
    void start() {
        program = CounterApplication.start(data, "aiwm.store=embedded");
        sums = new RecentFolds<>(program.getBean(EventLog.class), CounterEvent.class, this::add, 1);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private Integer add(Integer before, CounterEvent event, EventFacts facts) {
        steps.incrementAndGet();
        int sum = before == null ? 0 : before;
        return event instanceof CounterMoved moved ? sum + moved.by() : sum;
    }

    @Test
    void what_never_was_is_nothing() {
        assertThat(sums.of("one")).isNull();
    }

    @Test
    void only_what_has_happened_since_is_folded() {
        send(new OpenCounter("one", "first"));
        send(new MoveCounter("one", 2));
        assertThat(sums.of("one")).isEqualTo(2);
        assertThat(sums.of("one")).isEqualTo(2);
        send(new MoveCounter("one", 3));

        assertThat(sums.of("one")).isEqualTo(5);
        assertThat(steps).hasValue(3);
    }

    @Test
    void who_was_asked_about_longest_ago_is_forgotten() {
        send(new OpenCounter("one", "first"));
        send(new OpenCounter("other", "second"));

        sums.of("one");
        sums.of("other");
        assertThat(sums.of("one")).isZero();
        assertThat(steps).hasValue(3);
    }

    @Test
    void what_a_transaction_takes_back_is_not_remembered() {
        send(new OpenCounter("one", "first"));
        sums.of("one");

        new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        transaction -> {
                            send(new MoveCounter("one", 7));
                            assertThat(sums.of("one")).isEqualTo(7);
                            transaction.setRollbackOnly();
                        });
        assertThat(sums.of("one")).isZero();
        send(new MoveCounter("one", 1));
        assertThat(sums.of("one")).isEqualTo(1);
    }

    private void send(Object command) {
        program.getBean(CommandGateway.class).sendAndWait(command);
    }
}
