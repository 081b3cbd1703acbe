package dev.aiwm.nodeagent.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class RememberedGpusTest {
    private static final Gpu FIRST = gpu("GPU-1", "0000:3b:00.0");
    private static final Gpu SECOND = gpu("GPU-2", "0000:86:00.0");

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void bothAreNvidias() throws IOException {
        file = folder.resolve("agent/gpus.json");
        bind(FIRST, "nvidia");
        bind(SECOND, "nvidia");
        assertThat(gpus().with(List.of(FIRST, SECOND))).containsExactly(FIRST, SECOND);
    }

    @Test
    void one_that_a_machine_has_is_still_told_also_by_an_agent_that_starts_meanwhile()
            throws IOException {
        bind(SECOND, "vfio-pci");
        assertThat(gpus().with(List.of(FIRST))).containsExactly(FIRST, SECOND);
        assertThat(gpus().with(List.of(FIRST))).containsExactly(FIRST, SECOND);
    }

    @Test
    void one_that_fell_off_the_bus_is_told_no_more() throws IOException {
        Files.delete(driver(SECOND));
        assertThat(gpus().with(List.of(FIRST))).containsExactly(FIRST);
    }

    @Test
    void one_that_the_driver_merely_does_not_tell_of_is_not_made_up() {
        assertThat(gpus().with(List.of(FIRST))).containsExactly(FIRST);
    }

    @Test
    void a_file_that_cannot_be_read_is_written_anew() throws IOException {
        Files.writeString(file, "{");
        assertThat(gpus().with(List.of(FIRST))).containsExactly(FIRST);
        bind(FIRST, "vfio-pci");
        assertThat(gpus().with(List.of())).containsExactly(FIRST);
    }

    private RememberedGpus gpus() {
        return new RememberedGpus(file, folder.resolve("sys"));
    }

    private Path driver(Gpu gpu) {
        return folder.resolve("sys/bus/pci/devices").resolve(gpu.pciAddress()).resolve("driver");
    }

    private void bind(Gpu gpu, String name) throws IOException {
        var target = Files.createDirectories(folder.resolve("sys/bus/pci/drivers").resolve(name));
        var link = driver(gpu);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Gpu gpu(String id, String address) {
        return new Gpu(
                id,
                "H100",
                address,
                7,
                false,
                List.of(),
                new Gpu.Figures(81_559L, 0L, 0.0, 30.0, 60.0));
    }
}
