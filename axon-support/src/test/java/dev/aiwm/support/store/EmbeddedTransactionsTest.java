package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.Disk;
import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class EmbeddedTransactionsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int CLIENTS = 16;
    private static final int COMMANDS = 60;

    @TempDir Path data;

    @Test
    void a_checkpoint_takes_over_what_the_log_holds() throws IOException {
        try (var program = CounterApplication.start(data)) {
            open(program, "one");
            long before = Files.size(Databases.log(data));
            assertThat(transactions(program).checkpoint(LONG)).isTrue();
            assertThat(Files.size(Databases.log(data))).isLessThan(before);
        }
        try (var program = CounterApplication.start(data)) {
            int value =
                    program.getBean(CommandGateway.class).sendAndWait(new MoveCounter("one", 4));
            assertThat(value).isEqualTo(4);
        }
    }

    @Test
    void a_checkpoint_gives_way_to_an_open_transaction() throws Exception {
        try (var program = CounterApplication.start(data)) {
            var transactions = transactions(program);
            var begun = new CompletableFuture<Void>();
            var over = new CompletableFuture<Void>();
            var open =
                    CompletableFuture.runAsync(
                            () ->
                                    new TransactionTemplate(transactions)
                                            .executeWithoutResult(
                                                    status -> {
                                                        begun.complete(null);
                                                        over.join();
                                                    }));
            begun.get();
            assertThat(transactions.checkpoint(Duration.ofMillis(1))).isFalse();
            open(program, "meanwhile");
            over.complete(null);
            open.get();
            assertThat(transactions.checkpoint(LONG)).isTrue();
        }
    }

    @Test
    void no_command_waits_for_a_checkpoint_that_waits_for_it() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (var program = CounterApplication.start(data)) {
            List<Future<?>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                String name = "client-" + client;
                work.add(clients.submit(() -> use(program, name)));
            }
            int made = 0;
            while (work.stream().anyMatch(one -> !one.isDone())) {
                made += transactions(program).checkpoint(LONG) ? 1 : 0;
            }
            for (var one : work) {
                one.get();
            }
            assertThat(made).isPositive();
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void what_is_not_on_the_disk_is_neither_answered_nor_told_of() throws Exception {
        var client = Executors.newSingleThreadExecutor();
        var asked = new CountDownLatch(1);
        var answers = new CountDownLatch(1);
        var told = new LinkedBlockingQueue<LoggedEvent>();
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventTail.class).follow(Position.START, told::add);
            var disk = (SharedFlush) program.getBean(Disk.class);
            disk.opened(
                    () -> {
                        asked.countDown();
                        awaitIt(answers);
                    });

            var command = client.submit(() -> open(program, "one"));
            assertThat(asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(command.isDone()).isFalse();
            assertThat(told).isEmpty();

            answers.countDown();
            command.get();
            assertThat(told.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isNotNull();
        } finally {
            answers.countDown();
            client.shutdownNow();
        }
    }

    @Test
    void an_interrupt_does_not_close_the_log() throws Exception {
        try (var program = CounterApplication.start(data)) {
            var disk = (SharedFlush) program.getBean(Disk.class);
            var interrupted =
                    new Thread(
                            () -> {
                                Thread.currentThread().interrupt();
                                disk.written(false);
                            });
            interrupted.start();
            interrupted.join();
            open(program, "afterwards");
        }
        try (var program = CounterApplication.start(data)) {
            int value =
                    program.getBean(CommandGateway.class)
                            .sendAndWait(new MoveCounter("afterwards", 2));
            assertThat(value).isEqualTo(2);
        }
    }

    private static void awaitIt(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A saga has read from the database when it wants its turn to append; a request has not. */
    private static void use(ConfigurableApplicationContext program, String name) {
        var saga = new TransactionTemplate(transactions(program));
        var jdbc = program.getBean(JdbcTemplate.class);
        for (int i = 0; i < COMMANDS / 2; i++) {
            String id = name + "-" + i;
            open(program, id);
            saga.executeWithoutResult(
                    status -> {
                        jdbc.queryForList("select max(token_type) from processor_token");
                        open(program, id + "-again");
                    });
        }
    }

    private static void open(ConfigurableApplicationContext program, String id) {
        program.getBean(CommandGateway.class).sendAndWait(new OpenCounter(id, "a counter"));
    }

    private static EmbeddedTransactions transactions(ConfigurableApplicationContext program) {
        return program.getBean(EmbeddedTransactions.class);
    }
}
