package dev.aiwm.nodeagent.driver;

import static dev.aiwm.contracts.resource.ObservedState.PAUSED;
import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.protocol.ManagedResource;

import org.junit.jupiter.api.Test;

/** What every driver that can pause keeps; to be extended once for each. */
public abstract class PausingConformance extends DriverUnderTest {
    @Test
    void what_was_paused_keeps_its_runtime_and_goes_on_with_it() {
        create();
        var runtime = driver.start(resource, Progress.NONE);

        assertThat(pausing().pause(resource)).isEqualTo(runtime);

        assertThat(state()).isEqualTo(PAUSED);
        assertThat(driver.inspect(resource).runtime()).isEqualTo(runtime);
        assertThat(pausing().resume(resource)).isEqualTo(runtime);
        assertThat(state()).isEqualTo(RUNNING);
    }

    @Test
    void both_may_be_repeated() {
        create();
        var runtime = driver.start(resource, Progress.NONE);

        assertThat(pausing().resume(resource)).isEqualTo(runtime);
        pausing().pause(resource);
        assertThat(pausing().pause(resource)).isEqualTo(runtime);
        assertThat(state()).isEqualTo(PAUSED);
    }

    @Test
    void both_are_told() {
        create();
        start();
        try (var watch = watch()) {
            pausing().pause(resource);
            assertThat(watch.await(resource, PAUSED).runtime()).isNotNull();
            pausing().resume(resource);
            watch.await(resource, RUNNING);
        }
    }

    @Test
    void what_rests_cannot_be_paused_or_resumed() {
        create();

        assertFails(
                () -> pausing().pause(resource),
                DriverException.Kind.PERMANENT,
                Pausing.NOT_RUNNING);
        assertFails(
                () -> pausing().resume(resource),
                DriverException.Kind.PERMANENT,
                Pausing.NOT_RUNNING);
    }

    @Test
    void what_is_not_there_cannot_be_paused_or_resumed() {
        assertUnknown(() -> pausing().pause(resource));
        assertUnknown(() -> pausing().resume(resource));
    }

    @Test
    void what_is_paused_can_be_started_stopped_and_destroyed() {
        create();
        var runtime = driver.start(resource, Progress.NONE);
        pausing().pause(resource);

        assertThat(driver.start(resource, Progress.NONE)).isEqualTo(runtime);
        assertThat(state()).isEqualTo(RUNNING);

        pausing().pause(resource);
        var unused = driver.stop(resource, StopRequest.gracefully(fixture.patience()));
        assertThat(state()).isEqualTo(STOPPED);

        start();
        pausing().pause(resource);
        driver.destroy(resource);
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void a_restarted_agent_finds_it_paused() {
        create();
        start();
        pausing().pause(resource);

        restart();

        assertThat(driver.recover())
                .extracting(ManagedResource::observation)
                .singleElement()
                .satisfies(seen -> assertThat(seen.state()).isEqualTo(PAUSED));
        pausing().resume(resource);
        assertThat(state()).isEqualTo(RUNNING);
    }

    private Pausing pausing() {
        return driver.capability(Pausing.class).orElseThrow();
    }
}
