package dev.aiwm.support.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.Position;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;

/** What every store of dead letters does. */
abstract class DeadLetterStoreConformance {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** An empty one. */
    abstract DeadLetterStore store();

    private static DeadLetter letter(String processor, long position) {
        return new DeadLetter(
                processor + ".e" + position,
                processor,
                new Position(position),
                "e" + position,
                "Moved",
                "a",
                Set.of("a", "b"),
                NOON,
                0,
                null,
                null);
    }

    @Test
    void a_letter_is_found_as_it_was_put() {
        DeadLetter waiting = letter("one", 7);
        DeadLetter failed = letter("one", 8).failed(5, NOON.plusSeconds(1), "Broken: quite");
        store().put(waiting);
        store().put(failed);
        assertThat(store().find(waiting.id())).contains(waiting);
        assertThat(store().find(failed.id())).contains(failed);
        assertThat(store().find("one.e9")).isEmpty();
    }

    @Test
    void a_letter_that_is_put_again_is_replaced() {
        DeadLetter letter = letter("one", 7);
        DeadLetter again = letter.failed(1, NOON.plusSeconds(9), "Broken: still");
        store().put(letter);
        store().put(again);
        assertThat(store().all()).containsExactly(again);
    }

    @Test
    void letters_come_in_the_order_of_the_log() {
        store().put(letter("one", 12));
        store().put(letter("two", 5));
        store().put(letter("one", 3));
        assertThat(store().all())
                .containsExactly(letter("one", 3), letter("two", 5), letter("one", 12));
        assertThat(store().of("one")).containsExactly(letter("one", 3), letter("one", 12));
        assertThat(store().of("three")).isEmpty();
    }

    @Test
    void a_letter_that_is_removed_is_gone_and_may_be_removed_again() {
        DeadLetter letter = letter("one", 7);
        store().put(letter);
        store().remove(letter.id());
        store().remove(letter.id());
        assertThat(store().all()).isEmpty();
    }
}
