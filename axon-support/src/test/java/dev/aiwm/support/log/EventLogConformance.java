package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What every implementation of the log promises; each store runs it. */
abstract class EventLogConformance {
    private static final int THREADS = 8;
    private static final int EACH = Integer.getInteger("aiwm.test.appends", 100);

    @TempDir Path data;
    private ConfigurableApplicationContext program;

    /** Properties of the store; empty when this is called. */
    abstract String[] store();

    @BeforeEach
    void start() {
        program = CounterApplication.start(data, store());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void an_empty_log_has_nothing_to_read() {
        assertThat(log().head()).isEqualTo(Position.START);
        assertThat(log().read(Position.START, 10)).isEmpty();
        assertThat(log().readAggregate("nobody")).isEmpty();
        assertThat(log().positionAt(Instant.now())).isEqualTo(Position.START);
    }

    @Test
    void a_part_of_one_stream_is_read_alone() {
        commands().sendAndWait(new OpenCounter("one", "first"));
        commands().sendAndWait(new OpenCounter("other", "second"));
        IntStream.range(0, 5).forEach(i -> commands().sendAndWait(new MoveCounter("one", i)));

        assertThat(log().readAggregate("one", 2, 3))
                .isEqualTo(log().readAggregate("one").subList(2, 5));
        assertThat(log().readAggregate("one", 4, 9))
                .extracting(LoggedEvent::sequence)
                .containsExactly(4L, 5L);
        assertThat(log().readAggregate("one", 6, 9)).isEmpty();
    }

    @Test
    void events_are_read_in_order_and_by_pages() {
        commands().sendAndWait(new OpenCounter("one", "first"));
        IntStream.range(0, 5).forEach(i -> commands().sendAndWait(new MoveCounter("one", i)));

        List<LoggedEvent> first = log().read(Position.START, 4);
        List<LoggedEvent> rest = log().read(first.get(3).position(), 4);

        assertThat(first).hasSize(4);
        assertThat(rest).extracting(LoggedEvent::sequence).containsExactly(4L, 5L);
        assertThat(rest.get(1).position()).isEqualTo(log().head());
        assertThat(rest.get(1).aggregateType()).isEqualTo("Counter");
        assertThat(rest.get(1).metadata()).containsKeys("correlationId", "causationId");
    }

    @Test
    void events_are_read_as_they_are_stored() {
        commands().sendAndWait(new OpenCounter("one", "first"));
        commands().sendAndWait(new MoveCounter("one", 3));
        LoggedEvent moved = log().read(new Position(1), 1).get(0);

        var stored = log().readStored(new Position(1), 5);

        assertThat(log().readStored(Position.START, 1)).hasSize(1);
        assertThat(stored).hasSize(1);
        assertThat(stored.get(0).position()).isEqualTo(2);
        assertThat(stored.get(0).eventId()).isEqualTo(moved.eventId());
        assertThat(stored.get(0).aggregateId()).isEqualTo("one");
        assertThat(stored.get(0).sequence()).isEqualTo(1);
        assertThat(Instant.parse(stored.get(0).timestamp())).isEqualTo(moved.timestamp());
        assertThat(stored.get(0).payloadType()).isEqualTo("CounterMoved");
        assertThat(stored.get(0).payload()).contains("3");
        assertThat(stored.get(0).metadata()).contains("correlationId");
        assertThat(log().readStored(new Position(1), 5)).isEqualTo(stored);
    }

    @Test
    void the_stream_of_an_aggregate_is_its_own_from_the_first_event() {
        commands().sendAndWait(new OpenCounter("one", "first"));
        commands().sendAndWait(new OpenCounter("two", "second"));
        IntStream.range(0, 250).forEach(i -> commands().sendAndWait(new MoveCounter("one", 1)));

        assertThat(log().readAggregate("one"))
                .extracting(LoggedEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(0, 250).boxed().toList());
        assertThat(log().readAggregate("two")).hasSize(1);
    }

    @Test
    void the_position_at_an_instant_is_before_the_first_event_that_is_later() {
        var noon = Instant.parse("2026-01-01T12:00:00Z");
        int[] seconds = {0, 10, 5, 20, 20, 15, 30};
        for (int i = 0; i < seconds.length; i++) {
            append(i, noon.plusSeconds(seconds[i]));
        }
        assertThat(log().positionAt(noon.minusNanos(1))).isEqualTo(Position.START);
        assertThat(log().positionAt(noon)).isEqualTo(new Position(1));
        assertThat(log().positionAt(noon.plusSeconds(7))).isEqualTo(new Position(1));
        assertThat(log().positionAt(noon.plusSeconds(10))).isEqualTo(new Position(3));
        assertThat(log().positionAt(noon.plusSeconds(20))).isEqualTo(new Position(6));
        assertThat(log().positionAt(noon.plusSeconds(99))).isEqualTo(new Position(7));
    }

    private void append(long sequence, Instant at) {
        program.getBean(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>(
                                "Counter",
                                "one",
                                sequence,
                                new GenericEventMessage<>(
                                        "event " + sequence,
                                        new CounterMoved("one", 1),
                                        MetaData.emptyInstance(),
                                        at),
                                at));
    }

    @Test
    void a_reader_never_sees_a_position_appear_behind_it() throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            Future<List<Long>> seen = threads.submit(() -> readUntil(THREADS * (EACH + 1)));
            for (int thread = 0; thread < THREADS; thread++) {
                String counter = "counter " + thread;
                threads.execute(() -> appendTo(counter));
            }
            assertThat(seen.get(120, TimeUnit.SECONDS))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, THREADS * (EACH + 1L)).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private void appendTo(String counter) {
        commands().sendAndWait(new OpenCounter(counter, ""));
        for (int i = 0; i < EACH; i++) {
            commands().sendAndWait(new MoveCounter(counter, i));
        }
    }

    private List<Long> readUntil(int events) {
        List<Long> seen = new ArrayList<>();
        var position = Position.START;
        while (seen.size() < events) {
            for (LoggedEvent event : log().read(position, 7)) {
                position = event.position();
                seen.add(position.value());
            }
        }
        return seen;
    }

    @Test
    void a_follower_gets_the_past_and_then_what_comes() throws Exception {
        commands().sendAndWait(new OpenCounter("one", "first"));
        commands().sendAndWait(new MoveCounter("one", 1));
        BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
        try (var following = tail().follow(new Position(1), event -> seen.add(event.sequence()))) {
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
            commands().sendAndWait(new MoveCounter("one", 1));
            assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        }
        commands().sendAndWait(new MoveCounter("one", 1));
        assertThat(seen).isEmpty();
    }

    @Test
    void a_slow_follower_delays_nobody_and_misses_nothing() throws Exception {
        var release = new CountDownLatch(1);
        BlockingQueue<Long> slow = new LinkedBlockingQueue<>();
        BlockingQueue<Long> quick = new LinkedBlockingQueue<>();
        try (var one = tail().follow(Position.START, event -> addAfter(release, slow, event));
                var other = tail().follow(Position.START, event -> quick.add(event.sequence()))) {
            appendTo("counter");
            for (long sequence = 0; sequence <= EACH; sequence++) {
                assertThat(quick.poll(10, TimeUnit.SECONDS)).isEqualTo(sequence);
            }
            assertThat(slow).isEmpty();
            release.countDown();
            for (long sequence = 0; sequence <= EACH; sequence++) {
                assertThat(slow.poll(10, TimeUnit.SECONDS)).isEqualTo(sequence);
            }
        }
    }

    private static void addAfter(
            CountDownLatch release, BlockingQueue<Long> queue, LoggedEvent event) {
        try {
            release.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        queue.add(event.sequence());
    }

    private EventLog log() {
        return program.getBean(EventLog.class);
    }

    private EventTail tail() {
        return program.getBean(EventTail.class);
    }

    private CommandGateway commands() {
        return program.getBean(CommandGateway.class);
    }
}
