package dev.aiwm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Iterator;
import java.util.List;

class PairsTest {
    @Test
    void the_result_is_the_median_of_the_pairs() throws Exception {
        Iterator<Double> ours = List.of(2.0, 9.0, 4.0).iterator();
        var result = Pairs.measure(3, ours::next, () -> 2.0);
        assertThat(result.ours()).isEqualTo(4.0);
        assertThat(result.ratio()).isEqualTo(2.0);
    }

    @Test
    void a_floor_that_moved_by_more_than_a_quarter_allows_no_claim() {
        Iterator<Double> floor = List.of(1.0, 1.1, 1.3).iterator();
        assertThatThrownBy(() -> Pairs.measure(3, () -> 1.0, floor::next))
                .isInstanceOf(Pairs.RestlessFloor.class);
    }
}
