package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.testing.PostgresServer;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

class PostgresEventLogTest extends EventLogConformance {
    private static final int EACH = 50;

    @Override
    String[] store() {
        return PostgresServer.database();
    }

    @Test
    void two_processes_append_to_one_stream_in_one_order() throws Exception {
        String[] database = PostgresServer.database();
        var threads = Executors.newFixedThreadPool(2);
        try (var one = CounterApplication.start(data.resolve("one"), database);
                var other = CounterApplication.start(data.resolve("other"), database)) {
            one.getBean(CommandGateway.class).sendAndWait(new OpenCounter("shared", ""));
            var first = threads.submit(() -> move(one));
            var second = threads.submit(() -> move(other));
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);

            List<LoggedEvent> events = other.getBean(EventLog.class).readAggregate("shared");
            assertThat(events)
                    .extracting(event -> event.position().value())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 2 * EACH + 1).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void move(ApplicationContext program) {
        for (int i = 0; i < EACH; i++) {
            program.getBean(CommandGateway.class).sendAndWait(new MoveCounter("shared", 1));
        }
    }
}
