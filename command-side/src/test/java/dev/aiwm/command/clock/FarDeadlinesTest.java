package dev.aiwm.command.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ScheduleId;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/**
 * Instants that the log may hold and no clock will show: they must not stop all other deadlines.
 */
class FarDeadlinesTest {
    private static final ScheduleId SCHEDULE = ScheduleId.of("65a1b2c3d4e5f60718293a4b");

    @Test
    void what_is_too_far_away_to_be_counted_never_comes() {
        assertThat(Deadline.schedule(SCHEDULE, Instant.MAX).dueAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_is_longer_ago_than_can_be_counted_is_due() {
        assertThat(Deadline.schedule(SCHEDULE, Instant.MIN).dueAt()).isZero();
    }

    @Test
    void an_instant_is_never_met_early() {
        var at = Instant.parse("2030-01-01T00:00:00.000000001Z");
        assertThat(Deadline.schedule(SCHEDULE, at).dueAt()).isEqualTo(at.toEpochMilli() + 1);
    }
}
