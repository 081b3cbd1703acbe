package dev.aiwm.nodeagent.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * With reports that are constructed, as their README says: no machine with such GPUs wrote them.
 */
class NvidiaSmiTest {
    private static final Path REPORTS = Path.of("src/test/resources/gpu").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void a_gpu_in_mig_mode_tells_its_slices_by_profile_and_id() throws IOException {
        var gpus = asking(telling("a100-with-slices.xml", "a100-with-slices.txt"));

        assertThat(gpus).hasSize(2);
        var sliced = gpus.get(0);
        assertThat(sliced.id()).isEqualTo("GPU-11111111-2222-3333-4444-555555555555");
        assertThat(sliced.model()).isEqualTo("NVIDIA A100-SXM4-40GB");
        assertThat(sliced.pciAddress()).isEqualTo("0000:3b:00.0");
        assertThat(sliced.migEnabled()).isTrue();
        assertThat(sliced.slices())
                .containsExactly(
                        new Gpu.Slice(
                                0, "MIG-0a0a0a0a-1111-5222-8333-444444444444", "3g.20gb", 19_968L),
                        new Gpu.Slice(
                                1, "MIG-0b0b0b0b-1111-5222-8333-444444444444", "1g.10gb", 9_856L));
        assertThat(sliced.figures()).isEqualTo(new Gpu.Figures(40_960L, 37L, null, 33.0, 68.42));
    }

    @Test
    void a_whole_gpu_tells_its_figures_under_the_names_of_older_drivers_too() throws IOException {
        var whole = asking(telling("a100-with-slices.xml", "a100-with-slices.txt")).get(1);

        assertThat(whole.migEnabled()).isFalse();
        assertThat(whole.slices()).isEmpty();
        assertThat(whole.figures())
                .isEqualTo(new Gpu.Figures(40_960L, 12_288L, 87.0, 61.0, 311.07));
    }

    @Test
    void what_a_driver_cannot_tell_is_absent_and_never_zero() throws IOException {
        var gpu = asking(telling("h200-in-trouble.xml", "a100-with-slices.txt")).get(0);

        assertThat(gpu.migEnabled()).isFalse();
        assertThat(gpu.figures()).isEqualTo(new Gpu.Figures(143_771L, null, null, null, 75.61));
    }

    @Test
    void a_slice_that_nobody_names_is_left_out() throws IOException {
        var gpus = asking(telling("a100-with-slices.xml", "README.md"));

        assertThat(gpus.get(0).migEnabled()).isTrue();
        assertThat(gpus.get(0).slices()).isEmpty();
    }

    @Test
    void a_gpu_knows_its_group_of_the_iommu_where_there_is_one() throws IOException {
        var device = folder.resolve("sys/bus/pci/devices/0000:3b:00.0");
        var group = folder.resolve("sys/kernel/iommu_groups/42");
        Files.createDirectories(device);
        Files.createDirectories(group);
        Files.createSymbolicLink(device.resolve("iommu_group"), group);

        assertThat(asking(telling("a100-with-slices.xml", "a100-with-slices.txt")))
                .extracting(Gpu::iommuGroup)
                .containsExactly(42, null);
    }

    @Test
    void where_there_is_no_such_program_there_are_no_gpus() {
        assertThat(asking(List.of(folder.resolve("nvidia-smi").toString()))).isEmpty();
    }

    @Test
    void a_driver_that_fails_tells_of_no_gpus() throws IOException {
        assertThat(asking(script("echo 'NVIDIA-SMI has failed'; exit 9"))).isEmpty();
        assertThat(asking(script("echo 'No devices were found'"))).isEmpty();
        assertThat(asking(script("cat " + REPORTS.resolve("README.md")))).isEmpty();
    }

    @Test
    void a_driver_that_hangs_is_not_waited_for() throws IOException {
        var smi = new NvidiaSmi(script("exec sleep 600"), folder, Duration.ofMillis(200));

        assertThat(smi.gpus()).isEmpty();
    }

    @Test
    void what_is_no_report_is_refused() {
        assertThatThrownBy(() -> SmiReport.read("<nvidia_smi_log>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Gpu> asking(List<String> program) {
        return new NvidiaSmi(program, folder.resolve("sys"), PATIENCE).gpus();
    }

    private List<String> telling(String report, String list) throws IOException {
        return script(
                "case $1 in -q) cat '%s' ;; -L) cat '%s' ;; esac"
                        .formatted(REPORTS.resolve(report), REPORTS.resolve(list)));
    }

    private List<String> script(String what) throws IOException {
        var file = Files.createTempFile(folder, "nvidia-smi", ".sh");
        Files.writeString(file, what + "\n");
        return List.of("sh", file.toString());
    }
}
