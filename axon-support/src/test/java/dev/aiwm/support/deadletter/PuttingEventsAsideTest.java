package dev.aiwm.support.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.deadletter.event.DeadLetterDiscardRequested;
import dev.aiwm.contracts.deadletter.event.DeadLetterEvent;
import dev.aiwm.contracts.deadletter.event.DeadLetterRetryRequested;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.sample.CounterEvent.CounterMoved;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

class PuttingEventsAsideTest {
    private static final int ATTEMPTS = 3;
    private static final int ALWAYS = 1_000;

    @TempDir Path data;
    private ConfigurableApplicationContext program;
    private Moods moods;

    @BeforeEach
    void begin() {
        open();
        for (String counter : List.of("echo", "left", "right")) {
            program.getBean(CommandGateway.class).sendAndWait(new OpenCounter(counter, ""));
        }
    }

    private void open() {
        program =
                CounterApplication.start(
                        new Class<?>[] {PickySaga.class, Moods.class},
                        data,
                        "aiwm.dead-letters.attempts=" + ATTEMPTS,
                        "aiwm.dead-letters.first-pause=5ms");
        moods = program.getBean(Moods.class);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private void move(String counter, int by) {
        program.getBean(CommandGateway.class).sendAndWait(new MoveCounter(counter, by));
    }

    private List<Integer> echo() {
        return program.getBean(EventLog.class).readAggregate("echo").stream()
                .map(LoggedEvent::payload)
                .filter(CounterMoved.class::isInstance)
                .map(moved -> ((CounterMoved) moved).by())
                .toList();
    }

    private List<DeadLetter> letters() {
        return program.getBean(DeadLetterStore.class).all();
    }

    private DeadLetter letter() {
        assertThat(letters()).hasSize(1);
        return letters().get(0);
    }

    private void decide(DeadLetterEvent decided) {
        program.getBean(EventBus.class).publish(GenericEventMessage.asEventMessage(decided));
    }

    private void retry(DeadLetter letter) {
        decide(new DeadLetterRetryRequested(letter.id(), letter.processor()));
    }

    private static void await(Supplier<Boolean> wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!wanted.get()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(deadline);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void awaitEcho(Integer... moves) {
        await(() -> echo().size() >= moves.length);
        assertThat(echo()).containsExactly(moves);
    }

    @Test
    void an_event_that_fails_a_few_times_is_handled_once_and_in_its_turn() {
        moods.fail(13, ATTEMPTS - 1);
        move("left", 13);
        move("left", 1);
        awaitEcho(113, 201);
        assertThat(moods.failed()).isEqualTo(ATTEMPTS - 1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void an_event_that_never_works_does_not_hold_up_others() {
        moods.fail(13, ALWAYS);
        move("left", 13);
        move("right", 1);
        awaitEcho(101);
        assertThat(moods.failed()).isEqualTo(ATTEMPTS);
        DeadLetter letter = letter();
        assertThat(letter.processor()).isEqualTo("picky");
        assertThat(letter.eventType()).isEqualTo("CounterMoved");
        assertThat(letter.aggregateId()).isEqualTo("left");
        assertThat(letter.attempts()).isEqualTo(ATTEMPTS);
        assertThat(letter.cause()).isEqualTo("IllegalStateException: not 13");
        assertThat(letter.triedAt()).isNotNull();
    }

    @Test
    void what_comes_later_for_the_same_saga_waits_and_follows_in_order() {
        moods.fail(13, ALWAYS);
        for (int by : new int[] {13, 1, 2}) {
            move("left", by);
        }
        move("right", 5);
        awaitEcho(105);
        assertThat(letters()).extracting(DeadLetter::waits).containsExactly(false, true, true);
        moods.succeed();
        retry(letters().get(0));
        awaitEcho(105, 113, 201, 302);
        await(() -> letters().isEmpty());
    }

    @Test
    void what_is_put_aside_and_what_waits_for_it_survive_a_restart() {
        moods.fail(13, ALWAYS);
        move("left", 13);
        move("right", 5);
        awaitEcho(105);
        program.close();
        open();
        move("left", 1);
        move("right", 6);
        awaitEcho(105, 206);
        assertThat(letters()).hasSize(2);
        retry(letters().get(0));
        awaitEcho(105, 206, 113, 201);
        await(() -> letters().isEmpty());
    }

    @Test
    void a_letter_that_fails_again_is_tried_once_and_kept() {
        moods.fail(13, ALWAYS);
        move("left", 13);
        await(() -> !letters().isEmpty());
        retry(letter());
        await(() -> letter().attempts() == ATTEMPTS + 1);
        move("right", 1);
        awaitEcho(101);
        assertThat(moods.failed()).isEqualTo(ATTEMPTS + 1);
    }

    @Test
    void one_that_waits_is_not_tried_before_the_one_that_it_waits_for() {
        moods.fail(13, ALWAYS);
        move("left", 13);
        move("left", 1);
        await(() -> letters().size() == 2);
        retry(letters().get(1));
        move("right", 5);
        awaitEcho(105);
        assertThat(letters()).hasSize(2);
    }

    @Test
    void those_that_waited_go_on_when_it_is_discarded() {
        moods.fail(13, ALWAYS);
        move("left", 13);
        move("left", 1);
        await(() -> letters().size() == 2);
        DeadLetter first = letters().get(0);
        decide(new DeadLetterDiscardRequested(first.id(), first.processor()));
        awaitEcho(101);
        await(() -> letters().isEmpty());
    }
}
