package dev.aiwm.nodeagent.driver.docker;

import static dev.aiwm.contracts.resource.ObservedState.ABSENT;
import static dev.aiwm.contracts.resource.ObservedState.FAILED;
import static dev.aiwm.contracts.resource.ObservedState.PAUSED;
import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What somebody does with the engine's own command line is told within two seconds. */
@NeedsDocker
class DockerByHandTest {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ResourceId resource = ResourceId.random();
    private final String container = Mark.containerName(resource, 1);
    private final BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
    @TempDir private Path data;
    private DockerFixture fixture;
    private DockerDriver driver;

    @BeforeEach
    void start() {
        fixture = new DockerFixture(data);
        driver = fixture.open();
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        var runtime = driver.start(resource, Progress.NONE);
        assertThat(runtime).isNotNull();
        var unused = driver.events(told::add);
    }

    @AfterEach
    void remove() {
        driver.close();
        fixture.close();
    }

    private void byHand(String... words) {
        var unused = fixture.cli().run(words);
    }

    private ManagedResource awaitTold(Predicate<ManagedResource> expected) {
        long end = System.nanoTime() + LIMIT_NANOS;
        try {
            while (true) {
                var next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(next).as("told within two seconds").isNotNull();
                if (expected.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Predicate<ManagedResource> in(ObservedState state) {
        return seen -> seen.observation().state() == state;
    }

    @Test
    void a_stop_is_told_as_stopped_and_a_start_as_running() {
        byHand("stop", container);
        assertThat(awaitTold(in(STOPPED)).observation().exitCode()).isZero();

        byHand("start", container);
        assertThat(awaitTold(in(RUNNING)).runtime()).isNotNull();
    }

    @Test
    void a_kill_is_told_as_stopped_with_its_code() {
        byHand("kill", container);

        assertThat(awaitTold(in(STOPPED)).observation().exitCode()).isEqualTo(137);
    }

    @Test
    void a_removal_is_told_as_absent() {
        byHand("rm", "-f", container);

        assertThat(awaitTold(in(ABSENT)).resourceId()).isEqualTo(resource);
        assertThat(driver.recover()).isEmpty();
    }

    @Test
    void a_new_name_is_told_and_changes_nothing_else() {
        byHand("rename", container, "other-" + resource);

        var seen = awaitTold(in(RUNNING));

        assertThat(seen.observation().message()).contains("other-" + resource);
        assertThat(driver.start(resource, Progress.NONE).id()).isEqualTo(seen.runtime().id());
        driver.destroy(resource);
        assertThat(fixture.cli().labelled(Mark.NODE, fixture.nodeId())).isEmpty();
    }

    @Test
    void a_pause_is_told_and_a_start_ends_it() {
        byHand("pause", container);
        assertThat(awaitTold(in(PAUSED)).runtime()).isNotNull();

        var unused = driver.start(resource, Progress.NONE);
        assertThat(fixture.cli().inspect(container, "{{.State.Paused}}")).isEqualTo("false");
    }

    @Test
    void a_program_that_fails_is_told_as_failed() {
        fixture.endFromOutside(resource, 5);

        assertThat(awaitTold(in(FAILED)).observation().exitCode()).isEqualTo(5);
    }

    @Test
    void a_strangers_container_is_listed_and_not_told() {
        String stranger = "stranger-" + resource;
        byHand("run", "-d", "--name", stranger, fixture.cli().image(), "sleep", "1000");
        try {
            assertThat(driver.stats().objects())
                    .anyMatch(object -> object.name().equals(stranger) && !object.managed());
            assertThat(driver.recover()).hasSize(1);
        } finally {
            byHand("rm", "-f", stranger);
        }
        byHand("kill", container);
        assertThat(awaitTold(seen -> true).resourceId()).isEqualTo(resource);
    }

    @Test
    void what_it_writes_into_itself_is_measured() {
        byHand("exec", container, "busybox", "dd", "if=/dev/zero", "of=/big", "bs=1M", "count=700");

        assertThat(driver.stats().resources())
                .singleElement()
                .satisfies(
                        sample -> {
                            assertThat(sample.resourceId()).isEqualTo(resource);
                            assertThat(sample.diskUsedGB()).isEqualTo(1);
                        });
    }
}
