package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class WaitingTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Waiting<String> waiting = new Waiting<>();

    @Test
    void all_who_wait_for_the_same_hear_of_it() {
        var one = waiting.until("it", LONG);
        var two = waiting.until("it", LONG);
        var other = waiting.until("something else", LONG);

        waiting.happened("it");

        assertThat(one.join()).isTrue();
        assertThat(two.join()).isTrue();
        assertThat(other).isNotDone();
    }

    @Test
    void who_gives_up_early_does_not_keep_the_others_from_hearing() {
        var patient = waiting.until("it", LONG);
        assertThat(waiting.until("it", Duration.ZERO).join()).isFalse();

        waiting.happened("it");

        assertThat(patient.join()).isTrue();
    }
}
