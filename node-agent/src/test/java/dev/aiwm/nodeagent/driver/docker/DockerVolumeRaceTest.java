package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What becomes of a volume between the look at it and the container that mounts it. */
@NeedsDocker
class DockerVolumeRaceTest {
    private static final String MAKES_A_CONTAINER = "/containers/create";
    private static final String OURS = "org-1";
    private static final String THEIRS = "org-2";

    private final ResourceId resource = ResourceId.random();
    private final String volume = "race-" + resource;
    @TempDir private Path data;
    private DockerFixture fixture;
    private EngineDoor door;
    private DockerDriver driver;

    @BeforeEach
    void start() throws IOException {
        fixture = new DockerFixture(data);
        door = new EngineDoor(data.resolve("door.sock"), fixture.cli().socket());
        driver =
                new DockerDriver(
                        new DockerSettings(
                                door.socket(), fixture.nodeId(), "127.0.0.1", List.of(data)));
    }

    @AfterEach
    void end() {
        driver.close();
        door.close();
        fixture.close();
        var unused = fixture.cli().tryRun("volume", "rm", volume);
    }

    @Test
    void a_volume_that_another_organisation_put_in_its_place_is_not_used() {
        door.before(
                MAKES_A_CONTAINER,
                () -> {
                    byHand("volume", "rm", volume);
                    byHand(
                            "volume",
                            "create",
                            "--label",
                            Mark.NODE + "=" + fixture.nodeId(),
                            "--label",
                            Mark.ORG + "=" + THEIRS,
                            volume);
                });

        assertTaken();
        assertThat(owner()).isEqualTo(THEIRS);
        assertTaken();
    }

    @Test
    void a_volume_that_a_stranger_put_in_its_place_is_not_used() {
        door.before(
                MAKES_A_CONTAINER,
                () -> {
                    byHand("volume", "rm", volume);
                    byHand("volume", "create", volume);
                });

        assertTaken();

        byHand("volume", "rm", volume);
        create();
        assertThat(owner()).isEqualTo(OURS);
    }

    @Test
    void a_volume_that_was_removed_is_made_again_as_ours() {
        door.before(MAKES_A_CONTAINER, () -> byHand("volume", "rm", volume));

        create();

        assertThat(owner()).isEqualTo(OURS);
        assertThat(driver.volumes())
                .singleElement()
                .satisfies(it -> assertThat(it.org()).isEqualTo(OURS));
    }

    @Test
    void a_container_whose_volume_was_not_looked_at_again_is_by_the_next_attempt() {
        door.before(
                MAKES_A_CONTAINER,
                () -> {
                    byHand("volume", "rm", volume);
                    byHand("volume", "create", volume);
                    // the look comes to nothing, as when the agent is killed before it
                    door.before("/volumes/" + volume, door::close);
                });
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.code()).isEqualTo("ENGINE_DOWN"));
        assertThat(fixture.cli().labelled(Mark.NODE, fixture.nodeId())).hasSize(1);

        driver.close();
        driver = fixture.open();
        assertTaken();
    }

    @Test
    void a_volume_that_was_made_for_a_container_that_could_not_be_made_goes_again() {
        var request =
                Requests.of("no-such-image:1")
                        .withVolume(new VolumeMount(volume, "/keep", false))
                        .by(resource);

        assertThatThrownBy(() -> driver.create(request, Progress.NONE))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> assertThat(e.code()).isEqualTo("IMAGE_NOT_FOUND"));

        assertThat(fixture.cli().run("volume", "ls", "-q")).doesNotContain(volume);
    }

    private void create() {
        driver.create(fixture.keeping(resource, 1, volume, OURS), Progress.NONE);
    }

    private void assertTaken() {
        assertThatThrownBy(this::create)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(VolumeKeeping.VOLUME_TAKEN);
                            assertThat(e.isRetryable()).isFalse();
                            assertThat(e.getMessage()).contains(volume);
                        });
        assertThat(fixture.cli().labelled(Mark.NODE, fixture.nodeId())).isEmpty();
    }

    private String owner() {
        return fixture.cli().inspect(volume, "{{index .Labels \"" + Mark.ORG + "\"}}");
    }

    private void byHand(String... words) {
        var unused = fixture.cli().run(words);
    }
}
