package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An engine that goes away and comes back under a driver that stays. */
@NeedsDocker
class DockerRestartTest {
    private static final String IDLE = "trap 'exit 0' TERM; while :; do sleep 0.05; done";
    private static final String EVENTS = "/events?";
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final ResourceId resource = ResourceId.random();
    private final BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
    private PrivateEngine engine;
    private EngineDoor door;
    private DockerDriver driver;

    @BeforeEach
    void start() throws IOException {
        var folder = Files.createTempDirectory("engine");
        engine = new PrivateEngine(folder);
        door = new EngineDoor(folder.resolve("door.sock"), engine.cli().socket());
        driver = driver(EventFeed.BETWEEN_SCANS);
    }

    private DockerDriver driver(Duration betweenScans) {
        var settings = new DockerSettings(door.socket(), "restarted", "127.0.0.1", List.of());
        return new DockerDriver(settings, Clock.systemUTC(), betweenScans);
    }

    @AfterEach
    void end() {
        driver.close();
        door.close();
        engine.close();
    }

    private void awaitTold(ObservedState state) throws InterruptedException {
        awaitTold(state, Duration.ofSeconds(30));
    }

    private void awaitTold(ObservedState state, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            var next = told.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(next).as("told to be %s", state).isNotNull();
            if (next.observation().state() == state) {
                return;
            }
        }
    }

    private void assertDown() {
        assertThatThrownBy(() -> driver.inspect(resource))
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo("ENGINE_DOWN");
                            assertThat(e.isRetryable()).isTrue();
                        });
    }

    @Test
    void what_the_engine_did_meanwhile_is_told_when_it_is_back() throws InterruptedException {
        driver.create(Requests.of(engine.cli().image()).running(IDLE).by(resource), Progress.NONE);
        var first = driver.start(resource, Progress.NONE);
        var unused = driver.events(told::add);

        engine.stop();
        assertDown();
        engine.start();

        awaitTold(ObservedState.STOPPED);
        var second = driver.start(resource, Progress.NONE);
        assertThat(second.id()).isEqualTo(first.id());
        awaitTold(ObservedState.RUNNING);
        driver.destroy(resource);
        awaitTold(ObservedState.ABSENT);
        assertThat(engine.cli().run("ps", "-aq")).isEmpty();
    }

    /** Looks so seldom that nothing but an event can have told. */
    @Test
    void what_is_done_by_hand_after_that_is_told_by_the_engines_events() throws Exception {
        driver.close();
        driver = driver(Duration.ofDays(1));
        driver.create(Requests.of(engine.cli().image()).running(IDLE).by(resource), Progress.NONE);
        var subscription = driver.events(told::add);
        assertThat(subscription).isNotNull();
        var unused = driver.start(resource, Progress.NONE).id();
        awaitTold(ObservedState.RUNNING);
        for (int restarts = 0; restarts < 2; restarts++) {
            engine.stop();
            engine.start();
            awaitTold(ObservedState.STOPPED);
            unused = driver.start(resource, Progress.NONE).id();
            awaitTold(ObservedState.RUNNING);
            long streams = door.count(EVENTS);

            unused = engine.cli().run("kill", Mark.containerName(resource, 1));
            awaitTold(ObservedState.STOPPED, TWO_SECONDS);
            unused = engine.cli().run("start", Mark.containerName(resource, 1));
            awaitTold(ObservedState.RUNNING, TWO_SECONDS);
            unused = engine.cli().run("rm", "-f", Mark.containerName(resource, 1));
            awaitTold(ObservedState.ABSENT, TWO_SECONDS);

            assertThat(door.count(EVENTS)).as("streams of events").isEqualTo(streams);
            driver.create(
                    Requests.of(engine.cli().image()).running(IDLE).by(resource), Progress.NONE);
            unused = driver.start(resource, Progress.NONE).id();
            awaitTold(ObservedState.RUNNING, TWO_SECONDS);
        }
        driver.destroy(resource);
    }

    @Test
    void an_engine_that_comes_later_is_found() throws InterruptedException {
        engine.stop();
        var unused = driver.events(told::add);
        assertDown();

        engine.start();

        assertThat(driver.recover()).isEmpty();
        driver.create(Requests.of(engine.cli().image()).running(IDLE).by(resource), Progress.NONE);
        awaitTold(ObservedState.STOPPED);
    }
}
