package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class LogsSinceTest {
    @Test
    void the_far_past_is_everything_and_the_far_future_as_late_as_can_be_said() {
        assertThat(since("1900-01-01T00:00:00Z")).isZero();
        assertThat(since("-271821-04-20T00:00:00Z")).isZero();
        assertThat(since("2026-03-04T05:06:07.9Z")).isEqualTo(1772600767);
        assertThat(since("2040-01-01T00:00:00Z")).isEqualTo(Integer.MAX_VALUE);
        assertThat(since("2099-01-01T00:00:00Z")).isEqualTo(Integer.MAX_VALUE);
    }

    private static int since(String moment) {
        return Logs.sinceSecond(Instant.parse(moment));
    }
}
