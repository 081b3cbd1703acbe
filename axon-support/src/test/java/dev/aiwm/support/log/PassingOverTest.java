package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;
import dev.aiwm.support.sample.CounterEvent.CounterOpened;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class PassingOverTest {
    @TempDir Path data;
    private ConfigurableApplicationContext program;
    private CommandGateway commands;
    private BlockingStream<TrackedEventMessage<?>> stream;

    @BeforeEach
    void skipMoves() throws InterruptedException {
        program = CounterApplication.start(data);
        commands = program.getBean(CommandGateway.class);
        commands.sendAndWait(new OpenCounter("one", ""));
        commands.sendAndWait(new MoveCounter("one", 1));
        stream = program.getBean(EventStore.class).openStream(null);
        assertThat(next().getPayloadType()).isEqualTo(CounterOpened.class);
        TrackedEventMessage<?> moved = next();
        assertThat(moved.getPayloadType()).isEqualTo(CounterMoved.class);
        stream.skipMessagesWithPayloadTypeOf(moved);
    }

    @AfterEach
    void stop() {
        stream.close();
        program.close();
    }

    private TrackedEventMessage<?> next() throws InterruptedException {
        assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        return stream.nextAvailable();
    }

    private void move(int times) {
        IntStream.range(0, times).forEach(i -> commands.sendAndWait(new MoveCounter("one", i % 2)));
    }

    @Test
    void what_is_not_wanted_is_passed_over_in_silence() throws Exception {
        var woken = new Semaphore(0);
        stream.setOnAvailableCallback(woken::release);
        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).as("once at the beginning").isTrue();
        move(10);
        commands.sendAndWait(new OpenCounter("two", ""));
        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        var wanted = next();
        assertThat(wanted.getPayloadType()).isEqualTo(CounterOpened.class);
        assertThat(Tokens.positionOf(wanted.trackingToken())).isEqualTo(13);
        assertThat(woken.availablePermits()).isZero();
    }

    @Test
    void of_many_that_are_not_wanted_one_is_handed_out() throws Exception {
        move(1_500);
        assertThat(Tokens.positionOf(next().trackingToken())).isEqualTo(1_003);
    }

    @Test
    void when_nothing_is_wanted_for_a_second_the_newest_is_handed_out() throws Exception {
        var woken = new Semaphore(0);
        stream.setOnAvailableCallback(woken::release);
        move(3);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        long position = 2;
        while (position < 5) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            if (stream.hasNextAvailable()) {
                position = Tokens.positionOf(stream.nextAvailable().trackingToken());
            }
        }
        assertThat(position).isEqualTo(5);
        assertThat(woken.availablePermits()).isEqualTo(1);
    }
}
