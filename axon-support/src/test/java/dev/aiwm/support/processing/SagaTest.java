package dev.aiwm.support.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.EventTail;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.MirrorSaga;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class SagaTest {
    private static final Class<?>[] WITH_SAGA = {MirrorSaga.class};

    @TempDir Path data;

    @Test
    void a_saga_keeps_its_state_over_a_restart_and_over_a_rejected_command() throws Exception {
        try (var program = CounterApplication.start(WITH_SAGA, data)) {
            var commands = program.getBean(CommandGateway.class);
            for (String counter : new String[] {"left", "mirror", "tally"}) {
                commands.sendAndWait(new OpenCounter(counter, ""));
            }
            commands.sendAndWait(new MoveCounter("left", 7));
            assertThat(nextTally(program, Position.START)).isEqualTo(100);
        }
        try (var program = CounterApplication.start(WITH_SAGA, data)) {
            var commands = program.getBean(CommandGateway.class);
            Position before = program.getBean(dev.aiwm.support.log.EventLog.class).head();
            commands.sendAndWait(new MoveCounter("mirror", 999_993));
            commands.sendAndWait(new MoveCounter("left", 1));
            assertThat(nextTally(program, before)).as("second move, one rejected").isEqualTo(201);
        }
    }

    private static int nextTally(ApplicationContext program, Position after) throws Exception {
        BlockingQueue<CounterMoved> tallies = new LinkedBlockingQueue<>();
        try (var following =
                program.getBean(EventTail.class).follow(after, event -> collect(event, tallies))) {
            CounterMoved tally = tallies.poll(10, TimeUnit.SECONDS);
            assertThat(tally).isNotNull();
            return tally.by();
        }
    }

    private static void collect(LoggedEvent event, BlockingQueue<CounterMoved> tallies) {
        if (event.payload() instanceof CounterMoved moved && moved.counterId().equals("tally")) {
            tallies.add(moved);
        }
    }
}
