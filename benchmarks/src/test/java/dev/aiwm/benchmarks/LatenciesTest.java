package dev.aiwm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void a_percentile_is_the_value_under_which_that_share_stayed() {
        var latencies = new Latencies();
        for (int i = 1; i <= 2000; i++) {
            latencies.add(i * 1_000_000L);
        }
        assertThat(latencies.percentile(0.5)).isEqualTo(1000.0);
        assertThat(latencies.percentile(0.99)).isEqualTo(1980.0);
    }
}
