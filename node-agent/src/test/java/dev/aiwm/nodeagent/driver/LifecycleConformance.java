package dev.aiwm.nodeagent.driver;

import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ManagedResource;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.Stream;

/** The verbs one by one: what each does, again, too late, and to what is not there. */
abstract class LifecycleConformance extends DriverUnderTest {
    @Test
    void it_says_which_engine_it_is() {
        assertThat(driver.name()).isNotBlank();
        assertThat(driver.engines())
                .isNotEmpty()
                .isSubsetOf(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS);
        assertThat(driver.fingerprint()).isEqualTo(driver.fingerprint());
    }

    @Test
    void it_can_do_what_its_fixture_says_and_nothing_else() {
        assertThat(
                        Stream.of(
                                        Snapshotting.class,
                                        Pausing.class,
                                        Resizing.class,
                                        VolumeKeeping.class)
                                .filter(capability -> driver.capability(capability).isPresent()))
                .hasSameElementsAs(fixture.capabilities());
    }

    @Test
    void an_empty_engine_has_nothing_of_ours() {
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void what_was_created_is_there_and_does_not_run() {
        create();

        var seen = driver.inspect(resource);
        assertThat(seen.resourceId()).isEqualTo(resource);
        assertThat(seen.generation()).isEqualTo(1);
        assertThat(seen.observation().state()).isEqualTo(STOPPED);
        assertThat(seen.runtime()).isNull();
        assertThat(driver.recover()).extracting(ManagedResource::resourceId).containsOnly(resource);
    }

    @Test
    void creating_again_changes_nothing_not_even_what_runs() {
        create();
        create();
        assertThat(driver.recover()).hasSize(1);
        var runtime = start();

        create();

        assertThat(state()).isEqualTo(RUNNING);
        assertThat(driver.inspect(resource).runtime().id()).isEqualTo(runtime);
    }

    @Test
    void a_newer_generation_takes_the_place_of_the_older() {
        create();
        start();

        driver.create(fixture.steady(resource, 2), Progress.NONE);

        assertThat(driver.inspect(resource).generation()).isEqualTo(2);
        assertThat(state()).isEqualTo(STOPPED);
        assertThat(driver.recover()).hasSize(1);
        start();
    }

    @Test
    void an_older_generation_that_comes_late_is_refused() {
        driver.create(fixture.steady(resource, 2), Progress.NONE);

        assertFails(
                () -> driver.create(fixture.steady(resource, 1), Progress.NONE),
                DriverException.Kind.PERMANENT,
                DriverException.STALE_GENERATION);
        assertThat(driver.inspect(resource).generation()).isEqualTo(2);
    }

    @Test
    void what_was_started_runs_and_has_a_runtime() {
        create();

        var runtime = driver.start(resource, Progress.NONE);

        assertThat(runtime.id()).isNotBlank();
        assertThat(runtime.startedAt()).isNotNull();
        var seen = driver.inspect(resource);
        assertThat(seen.observation().state()).isEqualTo(RUNNING);
        assertThat(seen.runtime()).isEqualTo(runtime);
    }

    @Test
    void starting_again_changes_nothing_and_tells_the_same() {
        create();

        var first = driver.start(resource, Progress.NONE);

        assertThat(driver.start(resource, Progress.NONE)).isEqualTo(first);
    }

    @Test
    void what_listens_stops_within_its_grace_time_and_not_by_force() {
        create();
        start();
        fixture.awaitListening(resource);

        var outcome = driver.stop(resource, StopRequest.gracefully(fixture.patience()));

        assertThat(outcome).isEqualTo(new StopOutcome(fixture.exitCodeWhenAsked(), false));
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void what_does_not_listen_is_stopped_by_force_after_its_grace_time() {
        driver.create(fixture.deaf(resource), Progress.NONE);
        start();

        var outcome = driver.stop(resource, StopRequest.gracefully(Duration.ofSeconds(1)));

        assertThat(outcome).isEqualTo(new StopOutcome(fixture.exitCodeByForce(), true));
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void force_does_not_ask() {
        driver.create(fixture.deaf(resource), Progress.NONE);
        start();

        var outcome = driver.stop(resource, StopRequest.byForce());

        assertThat(outcome).isEqualTo(new StopOutcome(fixture.exitCodeByForce(), true));
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void stopping_again_changes_nothing_and_tells_the_same_code() {
        create();
        start();
        var first = driver.stop(resource, StopRequest.gracefully(fixture.patience()));

        var second = driver.stop(resource, StopRequest.byForce());

        assertThat(second.exitCode()).isEqualTo(first.exitCode());
        assertThat(second.forced()).isFalse();
    }

    @Test
    void what_was_never_started_can_be_stopped() {
        create();

        assertThat(driver.stop(resource, StopRequest.byForce()).forced()).isFalse();
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void what_was_stopped_can_be_started_again() {
        create();
        start();
        driver.stop(resource, StopRequest.byForce());

        start();

        assertThat(state()).isEqualTo(RUNNING);
        assertThat(driver.inspect(resource).observation().exitCode()).isNull();
    }

    @Test
    void what_was_destroyed_is_gone_running_or_not() {
        create();
        start();

        driver.destroy(resource);

        assertUnknown(() -> driver.inspect(resource));
        assertThat(driver.recover()).isEmpty();
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        driver.destroy(resource);
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void destroying_what_is_not_there_is_done() {
        driver.destroy(resource);
        create();
        driver.destroy(resource);
        driver.destroy(resource);

        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_started_stopped_or_inspected() {
        assertUnknown(() -> driver.start(resource, Progress.NONE));
        assertUnknown(() -> driver.stop(resource, StopRequest.byForce()));
        assertUnknown(() -> driver.inspect(resource));
    }
}
