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
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An engine that goes away and comes back under a driver that stays. */
class DockerRestartTest {
    private static final String IDLE = "trap 'exit 0' TERM; while :; do sleep 0.05; done";

    private final ResourceId resource = ResourceId.random();
    private final BlockingQueue<ManagedResource> told = new LinkedBlockingQueue<>();
    private PrivateEngine engine;
    private DockerDriver driver;

    @BeforeEach
    void start() throws IOException {
        var folder = Files.createTempDirectory("engine");
        engine = new PrivateEngine(folder);
        var settings =
                new DockerSettings(
                        engine.cli().socket(), "restarted", "127.0.0.1", List.of(folder));
        driver = new DockerDriver(settings);
    }

    @AfterEach
    void end() {
        driver.close();
        engine.close();
    }

    private void awaitTold(ObservedState state) throws InterruptedException {
        while (true) {
            var next = told.poll(30, TimeUnit.SECONDS);
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
