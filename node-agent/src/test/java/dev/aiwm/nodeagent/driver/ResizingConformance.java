package dev.aiwm.nodeagent.driver;

import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SizePart;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What every driver that can resize keeps; to be extended once for each. */
public abstract class ResizingConformance extends DriverUnderTest {
    @Test
    void what_rests_gets_all_of_its_size_at_once() {
        create();

        var outcome = resize(fixture.larger());

        assertThat(outcome.fromNextStart()).isEmpty();
        assertThat(outcome.applied()).isEqualTo(partsOf(fixture.larger()));
        assertThat(state()).isEqualTo(STOPPED);
        assertStartsWith(fixture.larger());
    }

    @Test
    void what_runs_goes_on_and_has_its_size_at_the_latest_when_started_again() {
        create();
        var runtime = start();

        var outcome = resize(fixture.larger());

        assertThat(Stream.of(outcome.applied(), outcome.fromNextStart()).flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(partsOf(fixture.larger()));
        assertThat(state()).isEqualTo(RUNNING);
        assertThat(driver.inspect(resource).runtime().id()).isEqualTo(runtime);
        driver.stop(resource, StopRequest.byForce());
        assertStartsWith(fixture.larger());
    }

    @Test
    void the_same_size_again_changes_nothing_and_tells_the_same() {
        create();
        start();
        var outcome = resize(fixture.larger());

        assertThat(resize(fixture.larger())).isEqualTo(outcome);
    }

    @Test
    void it_can_be_made_smaller_again_but_for_its_disk() {
        create();
        start();
        resize(fixture.larger());

        resize(fixture.smaller());

        driver.stop(resource, StopRequest.byForce());
        assertStartsWith(fixture.smaller());
    }

    @Test
    void what_is_not_there_has_no_size() {
        assertUnknown(() -> resize(fixture.larger()));
    }

    private void assertStartsWith(ResourceSize size) {
        var runtime = driver.start(resource, Progress.NONE);
        assertThat(runtime.allocatedCPU()).isEqualTo(size.cpuCores());
        assertThat(runtime.allocatedRAM()).isEqualTo(size.ramMB());
    }

    private static Set<SizePart> partsOf(ResourceSize size) {
        return size.diskGB() == null
                ? EnumSet.of(SizePart.CPU, SizePart.RAM)
                : EnumSet.of(SizePart.CPU, SizePart.RAM, SizePart.DISK);
    }

    private ResizeOutcome resize(ResourceSize size) {
        return driver.capability(Resizing.class)
                .orElseThrow()
                .resize(resource, size, Progress.NONE);
    }
}
