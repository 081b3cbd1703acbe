package dev.aiwm.nodeagent.driver.libvirt;

import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.Consoles;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.testing.Virsh;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;

/** libvirt is ended and started again under a machine that runs and a driver that stays. */
class LibvirtRestartTest extends LibvirtTest {
    @TempDir private Path folder;

    private final CopyOnWriteArrayList<ManagedResource> told = new CopyOnWriteArrayList<>();
    private PrivateLibvirt libvirt;
    private ProcessHandle machine;

    @BeforeEach
    void runAMachine() throws IOException {
        libvirt = new PrivateLibvirt(folder);
        driver.close();
        driver = fixture.open(libvirt.uri(), "user", LibvirtSettings.Choice.NEVER);
        create();
        start();
        machine = libvirt.process(resource).orElseThrow();
    }

    @AfterEach
    void endLibvirt() throws IOException {
        libvirt.close();
    }

    @Test
    void a_machine_goes_on_when_libvirt_is_stopped_and_started() throws IOException {
        outlive(libvirt::stop);
    }

    @Test
    void a_machine_goes_on_when_libvirt_is_killed_and_started() throws IOException {
        outlive(libvirt::kill);
    }

    @Test
    @Timeout(120)
    void a_conversation_ends_with_libvirt_and_another_can_begin() throws Exception {
        var serial = driver.capability(Consoles.class).orElseThrow();
        var first = serial.serialConsole(resource, bytes -> {});
        libvirt.kill();
        assertThat(first.await()).isNull();

        libvirt.start();
        var said = new ByteArrayOutputStream();
        try (var second = serial.serialConsole(resource, said::writeBytes)) {
            second.write("hello".getBytes(US_ASCII));
            awaitThat("the echo", () -> said.toString(US_ASCII).contains("hello"));
        }
    }

    private void outlive(Runnable ending) throws IOException {
        var before = driver.inspect(resource);
        try (var watching = driver.events(told::add)) {
            ending.run();
            assertDown(() -> driver.inspect(resource));
            assertDown(() -> driver.start(resource, Progress.NONE));
            assertDown(() -> driver.stop(resource, StopRequest.byForce()));
            assertDown(() -> driver.destroy(resource));
            assertThat(machine.isAlive()).isTrue();

            libvirt.start();

            assertThat(driver.inspect(resource)).isEqualTo(before);
            assertThat(driver.start(resource, Progress.NONE)).isEqualTo(before.runtime());
            assertThat(libvirt.process(resource)).contains(machine);
            assertThat(told).allMatch(each -> each.observation().state() == RUNNING);

            Virsh.end(libvirt.uri(), domain);
            awaitThat("that it was ended is told", () -> tells(STOPPED));
        }
        assertThat(machine.isAlive()).isFalse();
        start();
        driver.destroy(resource);
        assertThat(libvirt.virsh("list", "--all", "--name")).isBlank();
        assertThat(fixture.files()).isEmpty();
    }

    private boolean tells(ObservedState state) {
        return told.stream().anyMatch(each -> each.observation().state() == state);
    }

    private static void assertDown(ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(Failures.ENGINE_DOWN);
                            assertThat(e.isRetryable()).isTrue();
                            assertThat(e).hasMessageContaining("does not answer");
                        });
    }
}
