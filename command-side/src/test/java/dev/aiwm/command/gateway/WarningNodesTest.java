package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.NodeFinding;
import dev.aiwm.contracts.node.NodeWarning;
import dev.aiwm.contracts.node.NodeWarningKind;
import dev.aiwm.contracts.protocol.DiskSample;
import dev.aiwm.contracts.protocol.GpuSample;
import dev.aiwm.contracts.protocol.HostSample;
import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.contracts.protocol.NodeMetrics;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class WarningNodesTest {
    private static final WarningSettings SETTINGS = new WarningSettings(90, 98, 90, 5, 2);

    private final NodeConditions conditions = new NodeConditions();

    @BeforeEach
    void begin() {
        conditions.begin(List.of());
    }

    @Test
    void a_node_that_is_well_is_not_spoken_of() {
        assertThat(judge(metrics(60, 50))).isEmpty();
        assertThat(judge(metrics(60, 50))).isEmpty();
    }

    @Test
    void a_moment_is_no_warning_and_two_samples_are_one() {
        assertThat(judge(metrics(95, 50))).isEmpty();
        assertThat(judge(metrics(95, 50)).orElseThrow().raised())
                .containsExactly(
                        new NodeFinding(NodeWarningKind.GPU_TEMPERATURE, "GPU-0", "95 degrees"));
        assertThat(judge(metrics(97, 50))).as("told already").isEmpty();
    }

    @Test
    void what_swings_about_its_threshold_is_told_once() {
        judge(metrics(60, 91));
        assertThat(judge(metrics(60, 91)).orElseThrow().raised()).hasSize(1);
        for (int swing = 0; swing < 10; swing++) {
            assertThat(judge(metrics(60, 86))).isEmpty();
            assertThat(judge(metrics(60, 91))).isEmpty();
        }
        var over = judge(metrics(60, 84)).orElseThrow();
        assertThat(over.raised()).isEmpty();
        assertThat(over.lingering()).isEmpty();
    }

    @Test
    void an_engine_that_is_down_and_a_driver_in_trouble_are_told() {
        var faults = List.of(new NodeFault("docker", "gone"), new NodeFault("nvidia-smi", "9"));
        var metrics = new NodeMetrics(Instant.EPOCH, null, null, null, null, faults, false, null);
        judge(metrics);
        assertThat(judge(metrics).orElseThrow().raised())
                .containsExactly(
                        new NodeFinding(NodeWarningKind.ENGINE, "docker", "gone"),
                        new NodeFinding(NodeWarningKind.GPU_DRIVER, "nvidia-smi", "9"));
    }

    @Test
    void a_full_disk_is_told_by_name_however_much_room_another_has() {
        var metrics =
                new NodeMetrics(
                        Instant.EPOCH,
                        new HostSample(1.0, 1L, 2L, 100L, 10_000L, 1L, 1L),
                        null,
                        null,
                        null,
                        null,
                        false,
                        List.of(
                                new DiskSample("/", 95_000, 100_000),
                                new DiskSample("/data", 1_000, 9_900_000)));
        judge(metrics);
        assertThat(judge(metrics).orElseThrow().raised())
                .containsExactly(new NodeFinding(NodeWarningKind.DISK, "/", "95 % used"));
    }

    @Test
    void warnings_of_an_earlier_connection_are_cleared() {
        conditions.begin(
                List.of(new NodeWarning(NodeWarningKind.DISK, "disk", "full", Instant.EPOCH)));
        assertThat(judge(metrics(60, 87))).as("it lingers").isEmpty();
        assertThat(judge(metrics(60, 50))).isPresent();
        assertThat(judge(metrics(60, 50))).isEmpty();
    }

    @Test
    void what_could_not_be_told_is_told_again() {
        judge(metrics(95, 50));
        judge(metrics(95, 50));
        conditions.takeBack();
        assertThat(judge(metrics(95, 50)).orElseThrow().raised()).hasSize(1);
    }

    private Optional<NodeConditions.Findings> judge(NodeMetrics metrics) {
        return conditions.judge(metrics, SETTINGS);
    }

    private static NodeMetrics metrics(double temperature, double diskPercent) {
        return new NodeMetrics(
                Instant.EPOCH,
                new HostSample(1.0, 1L, 2L, (long) diskPercent, 100L, 1L, 1L),
                List.of(new GpuSample("GPU-0", temperature, 10L, 100L, 1.0, 1.0)),
                null,
                null,
                null,
                false,
                null);
    }
}
