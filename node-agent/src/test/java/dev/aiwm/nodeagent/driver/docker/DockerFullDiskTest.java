package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** An engine whose disk is a small one of its own, and full. */
@NeedsDocker
class DockerFullDiskTest {
    private static final String IDLE = "trap 'exit 0' TERM; while :; do sleep 0.05; done";
    private static final String SIZE = "64m";
    private static final int MB = 1 << 20;
    private static final int TOO_LARGE_MB = 80;

    private final ResourceId resource = ResourceId.random();
    @TempDir private Path registryFolder;
    private PrivateEngine engine;
    private DockerDriver driver;
    private String image;

    @BeforeEach
    void start() throws IOException {
        var folder = Files.createTempDirectory("engine");
        engine = PrivateEngine.onDisk(folder, SIZE);
        image = engine.cli().image();
        driver =
                new DockerDriver(
                        new DockerSettings(
                                engine.cli().socket(), "full", "127.0.0.1", List.of(folder)));
    }

    @AfterEach
    void end() {
        driver.close();
        engine.close();
    }

    @Test
    void an_image_that_does_not_fit_leaves_nothing_and_comes_once_there_is_room()
            throws IOException {
        try (var registry = LocalRegistry.open(registryFolder)) {
            String large = push(registry);
            long before = free();

            assertFull(() -> pull(large), "image " + large + " does not fit on the disk of");

            assertThat(engine.cli().run("images", "-q").lines()).hasSize(1);
            assertThat(free()).isGreaterThan(before - 2L * MB);
            engine.grow("400m");
            pull(large);
            assertThat(engine.cli().run("images", large, "-q")).isNotEmpty();
        }
    }

    @Test
    void a_container_that_does_not_fit_leaves_nothing_and_is_made_once_there_is_room()
            throws IOException {
        var filler = fill();

        assertFull(this::create, "the disk of the node's Docker engine is full");

        assertThat(engine.cli().run("ps", "-aq")).isEmpty();
        assertThat(engine.cli().run("volume", "ls", "-q")).isEmpty();
        assertThat(driver.recover()).isEmpty();
        Files.delete(filler);
        create();
        assertThat(driver.start(resource, Progress.NONE)).isNotNull();
        assertThat(engine.cli().run("volume", "ls", "-q").strip()).isEqualTo("kept");
    }

    @Test
    void a_container_that_does_not_start_says_so_and_starts_once_there_is_room()
            throws IOException {
        create();
        var filler = fill();

        assertFull(
                () -> driver.start(resource, Progress.NONE),
                "the disk of the node's Docker engine is full");

        assertThat(driver.inspect(resource).observation().state())
                .isIn(ObservedState.FAILED, ObservedState.STOPPED);
        assertThat(engine.cli().run("ps", "-q")).isEmpty();
        Files.delete(filler);
        assertThat(driver.start(resource, Progress.NONE)).isNotNull();
        assertThat(driver.inspect(resource).observation().state()).isEqualTo(ObservedState.RUNNING);
    }

    @Test
    void what_runs_is_stopped_and_removed_on_a_full_disk() throws IOException {
        create();
        assertThat(driver.start(resource, Progress.NONE)).isNotNull();
        var unused = fill();

        assertThat(driver.stats().objects()).hasSize(1);
        driver.destroy(resource);

        assertThat(engine.cli().run("ps", "-aq")).isEmpty();
    }

    private void create() {
        var plain =
                Requests.of(image)
                        .running(IDLE)
                        .withVolume(new VolumeMount("kept", "/kept", false))
                        .by(resource);
        driver.create(
                new CreateRequest(
                        resource, plain.name(), 1, plain.config(), plain.claims(), "org-1"),
                Progress.NONE);
    }

    private void pull(String name) {
        var pulled = driver.pull(new PullRequest(name, null, null), Progress.NONE);
        assertThat(pulled.digest()).startsWith("sha256:");
    }

    private void assertFull(ThrowingCallable attempt, String words) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("DISK_FULL");
                            assertThat(e.isRetryable()).isTrue();
                            assertThat(e.getMessage())
                                    .contains(words)
                                    .contains(" at " + engine.data() + ", where")
                                    .containsPattern("\\d+ MB are free")
                                    .contains("remove images, containers or volumes");
                        });
    }

    private long free() throws IOException {
        return Files.getFileStore(engine.data()).getUsableSpace();
    }

    /** Takes all room that is left. */
    private Path fill() throws IOException {
        var filler = engine.data().resolve("filler");
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            while (free() > 0) {
                out.write(block);
            }
        }
        return filler;
    }

    /** Noise, as anything else would be small on its way. */
    private String push(LocalRegistry registry) throws IOException {
        var main = DockerCli.ofThisMachine();
        var folder = Files.createDirectory(registryFolder.resolve("large"));
        try (var out = Files.newOutputStream(folder.resolve("noise"))) {
            noise(out);
        }
        var archive = registryFolder.resolve("large.tar");
        var unused =
                Command.run(List.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "."))
                        .orFail();
        String name = registry.name("large:1");
        try {
            unused = main.run("import", archive.toString(), name);
            unused = main.run("push", name);
        } finally {
            unused = main.tryRun("rmi", "-f", name);
        }
        return name;
    }

    private static void noise(OutputStream out) throws IOException {
        var random = new Random(1);
        byte[] block = new byte[MB];
        for (int i = 0; i < TOO_LARGE_MB; i++) {
            random.nextBytes(block);
            out.write(block);
        }
    }
}
