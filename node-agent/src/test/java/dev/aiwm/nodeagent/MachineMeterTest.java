package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineMeterTest {
    private final MachineMeter meter = new MachineMeter();

    @Test
    void how_busy_the_processors_are_is_told_from_the_second_time_on() {
        var first = meter.sample();
        assertThat(first.cpuUsagePercent()).isNull();
        assertThat(first.ramUsedMB()).isPositive().isLessThan(first.ramTotalMB());
        assertThat(first.diskUsedGB()).isBetween(0L, first.diskTotalGB());

        assertThat(meter.sample().cpuUsagePercent()).isBetween(0.0, 100.0);
    }
}
