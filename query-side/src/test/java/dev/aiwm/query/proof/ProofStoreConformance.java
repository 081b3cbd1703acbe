package dev.aiwm.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.Link;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** What every place of the chain promises. */
abstract class ProofStoreConformance {
    @TempDir Path folder;

    /** The store in this test's folder; opened again it has what was in it. */
    abstract ProofStore open();

    static List<Link> links(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(at -> new Link(at, "event-" + at, "%064x".formatted(at)))
                .toList();
    }

    static Checkpoint checkpoint(int number) {
        return new Checkpoint(
                number,
                number * 10L - 9,
                number * 10L,
                Link.GENESIS,
                "root",
                "at",
                "key",
                "signed");
    }

    @Test
    void an_empty_one_has_nothing() {
        var store = open();
        assertThat(store.linkedTo()).isZero();
        assertThat(store.lastCheckpoint()).isZero();
        assertThat(store.links(0, 10)).isEmpty();
        assertThat(store.checkpoint(1)).isEmpty();
        assertThat(store.covering(1)).isEmpty();
        assertThat(store.positionOf("nothing")).isEmpty();
    }

    @Test
    void what_was_added_is_there_when_it_is_opened_again() {
        var store = open();
        store.append(links(1, 25));
        assertThat(store.append(checkpoint(1))).isTrue();
        assertThat(store.append(checkpoint(2))).isTrue();

        var again = open();
        assertThat(again.linkedTo()).isEqualTo(25);
        assertThat(again.links(0, 100)).isEqualTo(links(1, 25));
        assertThat(again.links(20, 3)).isEqualTo(links(21, 23));
        assertThat(again.links(25, 3)).isEmpty();
        assertThat(again.lastCheckpoint()).isEqualTo(2);
        assertThat(again.checkpoint(2)).contains(checkpoint(2));
        assertThat(again.positionOf("event-24")).hasValue(24);
    }

    @Test
    void the_checkpoint_of_a_position_is_found() {
        var store = open();
        for (int number = 1; number <= 7; number++) {
            store.append(checkpoint(number));
        }
        assertThat(store.covering(1)).contains(checkpoint(1));
        assertThat(store.covering(40)).contains(checkpoint(4));
        assertThat(store.covering(41)).contains(checkpoint(5));
        assertThat(store.covering(70)).contains(checkpoint(7));
        assertThat(store.covering(71)).isEmpty();
    }

    @Test
    void nothing_that_is_there_is_replaced() {
        var store = open();
        store.append(links(1, 10));
        store.append(List.of(new Link(10, "other", "%064x".formatted(99)), links(11, 11).get(0)));
        assertThat(store.links(0, 100)).isEqualTo(links(1, 11));
        assertThat(store.append(checkpoint(1))).isTrue();
        assertThat(store.append(checkpoint(1).signed("other"))).isFalse();
        assertThat(store.checkpoint(1)).contains(checkpoint(1));
    }
}
