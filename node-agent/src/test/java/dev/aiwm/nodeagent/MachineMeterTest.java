package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aiwm.contracts.protocol.DiskSample;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

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

    @Test
    void each_disk_is_told_by_where_it_is_found() {
        assertThat(meter.disks())
                .allSatisfy(
                        disk -> {
                            assertThat(Path.of(disk.path())).exists();
                            assertThat(disk.totalMB()).isPositive();
                            assertThat(disk.usedMB()).isBetween(0L, disk.totalMB());
                        });
        long together = meter.disks().stream().mapToLong(DiskSample::totalMB).sum() / 1024;
        assertThat(together).isCloseTo(meter.sample().diskTotalGB(), within(2L));
    }
}
