package dev.aiwm.nodeagent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.VolumeInfo;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What every driver that keeps volumes by name keeps to; to be extended once for each. */
public abstract class VolumesConformance extends DriverUnderTest {
    private static final String MINE = "org-mine";
    private static final String THEIRS = "org-theirs";

    private final String volume = "aiwm-test-" + resource;

    @Test
    void a_volume_is_made_listed_and_removed() {
        var labels = Map.of("team", "ml");
        var made = volumes().createVolume(volume, MINE, labels);

        assertThat(made.made()).isTrue();
        assertThat(made.volume().name()).isEqualTo(volume);
        assertThat(made.volume().org()).isEqualTo(MINE);
        assertThat(made.volume().labels()).isEqualTo(labels);
        assertThat(made.volume().driver()).isNotBlank();
        assertThat(made.volume().createdAt())
                .isBetween(
                        Instant.now().minus(fixture.patience()),
                        Instant.now().plus(Duration.ofSeconds(1)));
        assertThat(volumes().volumes()).containsExactly(made.volume());

        volumes().removeVolume(volume, MINE);
        assertThat(volumes().volumes()).isEmpty();
        assertRefused(() -> volumes().removeVolume(volume, MINE), VolumeKeeping.VOLUME_NOT_FOUND);
    }

    @Test
    void what_is_there_is_found_and_keeps_its_labels() {
        var made = volumes().createVolume(volume, MINE, Map.of("team", "ml"));
        restart();

        var found = volumes().createVolume(volume, MINE, Map.of("team", "web"));

        assertThat(found.made()).isFalse();
        assertThat(found.volume()).isEqualTo(made.volume());
    }

    @Test
    void a_volume_in_use_names_its_user_and_stays() {
        driver.create(fixture.keeping(resource, 1, volume, MINE), Progress.NONE);

        assertThat(volumes().volumes())
                .singleElement()
                .satisfies(
                        known -> {
                            assertThat(known.org()).isEqualTo(MINE);
                            assertThat(known.usedBy())
                                    .extracting(VolumeInfo.User::resourceId)
                                    .containsExactly(resource.value());
                        });
        assertRefused(() -> volumes().removeVolume(volume, MINE), VolumeKeeping.VOLUME_IN_USE);

        driver.destroy(resource);
        assertThat(volumes().volumes())
                .singleElement()
                .satisfies(known -> assertThat(known.usedBy()).isEmpty());
        volumes().removeVolume(volume, MINE);
    }

    @Test
    void another_organisation_neither_makes_nor_removes_it() {
        var made = volumes().createVolume(volume, MINE, Map.of()).volume();

        assertRefused(
                () -> volumes().createVolume(volume, THEIRS, Map.of()), VolumeKeeping.VOLUME_TAKEN);
        assertRefused(() -> volumes().removeVolume(volume, THEIRS), VolumeKeeping.VOLUME_NOT_FOUND);
        assertThat(volumes().volumes()).containsExactly(made);

        volumes().removeVolume(volume, null);
        assertThat(volumes().volumes()).isEmpty();
    }

    @Test
    void another_organisation_makes_no_container_with_it() {
        var unused = volumes().createVolume(volume, MINE, Map.of());

        assertRefused(
                () -> driver.create(fixture.keeping(resource, 1, volume, THEIRS), Progress.NONE),
                VolumeKeeping.VOLUME_TAKEN);
        assertRefused(
                () -> driver.create(fixture.keeping(resource, 1, volume, null), Progress.NONE),
                VolumeKeeping.VOLUME_TAKEN);

        assertThat(driver.recover()).isEmpty();
        driver.create(fixture.keeping(resource, 1, volume, MINE), Progress.NONE);
        driver.destroy(resource);
    }

    @Test
    void one_that_says_nobodys_stays_with_the_resource_that_uses_it() {
        driver.create(fixture.keeping(resource, 1, volume, null), Progress.NONE);

        driver.create(fixture.keeping(resource, 2, volume, MINE), Progress.NONE);

        assertThat(driver.inspect(resource).generation()).isEqualTo(2);
        var other = ResourceId.random();
        assertRefused(
                () -> driver.create(fixture.keeping(other, 1, volume, MINE), Progress.NONE),
                VolumeKeeping.VOLUME_TAKEN);
        driver.destroy(resource);
    }

    private static void assertRefused(ThrowingCallable verb, String code) {
        assertFails(verb, DriverException.Kind.PERMANENT, code);
    }

    private VolumeKeeping volumes() {
        return driver.capability(VolumeKeeping.class).orElseThrow();
    }
}
