package dev.aiwm.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class FoldTest {
    private static final EventFacts FACTS = new EventFacts(7, Instant.EPOCH);

    private sealed interface Happening permits Begun, Ended {}

    private record Begun() implements Happening {}

    private record Ended() implements Happening {}

    @Test
    void a_fold_applies_the_step_of_each_event() {
        var fold =
                Fold.<String, Happening>over(Happening.class)
                        .on(Begun.class, (before, event, facts) -> "begun " + facts.sequence())
                        .on(Ended.class, (before, event, facts) -> before + ", ended")
                        .total();

        var begun = fold.evolve(null, new Begun(), FACTS);

        assertThat(fold.evolve(begun, new Ended(), FACTS)).isEqualTo("begun 7, ended");
    }

    @Test
    void a_fold_with_a_hole_cannot_be_made() {
        var holed =
                Fold.<String, Happening>over(Happening.class)
                        .on(Begun.class, (before, event, facts) -> "begun");

        assertThatIllegalStateException().isThrownBy(holed::total).withMessageContaining("Ended");
    }
}
