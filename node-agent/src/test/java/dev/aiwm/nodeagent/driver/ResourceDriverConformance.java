package dev.aiwm.nodeagent.driver;

import static dev.aiwm.contracts.resource.ObservedState.ABSENT;
import static dev.aiwm.contracts.resource.ObservedState.FAILED;
import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.contracts.resource.Observation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What every driver keeps, whatever its engine; to be extended once for each. Not to extend this is
 * to be no driver.
 */
public abstract class ResourceDriverConformance extends LifecycleConformance {
    @Test
    void a_program_that_ends_well_by_itself_is_stopped() {
        create();
        start();
        try (var watch = watch()) {
            fixture.endFromOutside(resource, 0);
            watch.await(resource, STOPPED);
        }

        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void a_program_that_ends_badly_by_itself_has_failed_with_its_code() {
        create();
        start();
        try (var watch = watch()) {
            fixture.endFromOutside(resource, 3);
            var told = watch.await(resource, FAILED);
            assertThat(told.observation().exitCode()).isEqualTo(fixture.exitCodeTold(3));
        }

        assertThat(driver.inspect(resource).observation())
                .extracting(Observation::state, Observation::exitCode)
                .containsExactly(FAILED, fixture.exitCodeTold(3));
        start();
        assertThat(state()).isEqualTo(RUNNING);
    }

    @Test
    void every_change_is_told_with_the_state_after_it() {
        try (var watch = watch()) {
            create();
            watch.await(resource, STOPPED);
            start();
            assertThat(watch.await(resource, RUNNING).runtime()).isNotNull();
            driver.stop(resource, StopRequest.byForce());
            assertThat(watch.await(resource, STOPPED).observation().exitCode())
                    .isEqualTo(fixture.exitCodeByForce());
            driver.destroy(resource);
            watch.await(resource, ABSENT);
        }
    }

    @Test
    void nothing_is_told_to_who_does_not_listen_any_more() {
        var other = ResourceId.random();
        var past = watch();
        past.close();
        try (var watch = watch()) {
            driver.create(fixture.steady(other, 1), Progress.NONE);
            watch.await(other, STOPPED);
        }

        assertThat(past.isSilent()).isTrue();
    }

    @Test
    void a_restarted_agent_finds_everything_as_it_was() {
        var stopped = ResourceId.random();
        create();
        var runtime = driver.start(resource, Progress.NONE);
        driver.create(fixture.steady(stopped, 4), Progress.NONE);

        restart();

        assertThat(driver.recover())
                .extracting(ManagedResource::resourceId, ManagedResource::generation)
                .containsExactlyInAnyOrder(tuple(resource, 1), tuple(stopped, 4));
        assertThat(driver.inspect(resource).runtime()).isEqualTo(runtime);
        assertThat(driver.start(resource, Progress.NONE)).isEqualTo(runtime);
        driver.destroy(resource);
        driver.destroy(stopped);
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void a_restarted_agent_hears_of_what_it_did_not_start() {
        create();
        start();
        restart();
        var unused = driver.recover();

        try (var watch = watch()) {
            fixture.endFromOutside(resource, 1);
            watch.await(resource, FAILED);
        }
    }

    @Test
    void recovering_may_be_repeated() {
        create();
        start();

        assertThat(driver.recover()).isEqualTo(driver.recover());
        assertThat(state()).isEqualTo(RUNNING);
    }

    @Test
    void what_runs_is_measured() {
        create();
        start();

        assertThat(driver.stats().resources())
                .anyMatch(sample -> sample.resourceId().equals(resource));
        assertThat(driver.stats().objects())
                .anyMatch(object -> resource.value().equals(object.resourceId()));
    }

    @Test
    void one_is_measured_without_the_others() {
        create();
        assertThat(driver.stats(resource).resources()).isEmpty();

        start();
        assertThat(driver.stats(resource).resources())
                .extracting(ResourceSample::resourceId)
                .containsExactly(resource);
        assertUnknown(() -> driver.stats(ResourceId.random()));
    }

    @Test
    void different_resources_do_not_stand_in_each_others_way() {
        List<ResourceId> ids = IntStream.range(0, 8).mapToObj(i -> ResourceId.random()).toList();

        var lives =
                ids.stream()
                        .map(id -> CompletableFuture.runAsync(() -> live(id)))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(lives)
                .orTimeout(8 * fixture.patience().toSeconds(), TimeUnit.SECONDS)
                .join();

        assertThat(driver.recover()).isEmpty();
    }

    private void live(ResourceId id) {
        driver.create(fixture.steady(id, 1), Progress.NONE);
        assertThat(driver.start(id, Progress.NONE)).isNotNull();
        assertThat(driver.inspect(id).observation().state()).isEqualTo(RUNNING);
        assertThat(driver.stop(id, StopRequest.byForce()).forced()).isTrue();
        driver.destroy(id);
    }
}
