package dev.aiwm.query.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.telemetry.Resolution;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class SpanTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void nothing_said_is_the_last_hour_as_finely_as_it_is_kept() {
        assertThat(Span.of(null, null, null, NOW))
                .isEqualTo(
                        new Span(
                                NOW.minus(Duration.ofHours(1)),
                                NOW,
                                Duration.ofSeconds(30),
                                Resolution.FINE));
    }

    @Test
    void what_is_older_than_a_day_is_read_in_means() {
        var span = Span.of("7d", "2026-03-04T11:00:00Z", null, NOW);

        assertThat(span.resolution()).isEqualTo(Resolution.COARSE);
        assertThat(span.step()).isEqualTo(Duration.ofMinutes(5));
        assertThat(span.from()).isEqualTo(NOW.minus(Duration.ofDays(7)));
        assertThat(span.to()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void a_wide_step_is_taken_and_a_narrow_one_becomes_what_is_kept() {
        assertThat(Span.of("2h", null, "10m", NOW).step()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Span.of("2h", null, "1s", NOW).step()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Span.of("3d", null, "30s", NOW).step()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void nothing_older_than_is_kept_is_looked_for() {
        assertThat(Span.of("2020-01-01T00:00:00Z", null, "1h", NOW).from())
                .isEqualTo(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void of_a_while_before_all_that_is_kept_nothing_is_left() {
        var span = Span.of("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z", null, NOW);
        assertThat(span.from()).isEqualTo(span.to()).isEqualTo("2020-01-02T00:00:00Z");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (String[] wrong :
                new String[][] {
                    {"soon", null, null},
                    {null, "T", null},
                    {null, null, "0s"},
                    {null, null, "x"},
                    {null, null, "1000"},
                    {"1h", "2h", null}
                }) {
            assertThatThrownBy(() -> Span.of(wrong[0], wrong[1], wrong[2], NOW))
                    .as(String.join(",", java.util.Arrays.asList(wrong)))
                    .isInstanceOf(Rejection.class);
        }
    }
}
