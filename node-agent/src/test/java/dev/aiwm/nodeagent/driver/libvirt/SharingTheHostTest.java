package dev.aiwm.nodeagent.driver.libvirt;

import static dev.aiwm.contracts.resource.ObservedState.FAILED;
import static dev.aiwm.contracts.resource.ObservedState.RUNNING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.Relay;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;

/** Others use this libvirt too, and it is not always there. */
class SharingTheHostTest extends LibvirtTest {
    private static final Path LIBVIRT = Path.of("/run/libvirt/libvirt-sock");

    @TempDir private Path folder;

    @Test
    void machines_of_others_are_shown_and_left_alone() throws IOException {
        create();
        String theirs = "theirs-" + resource;
        var xml = folder.resolve("theirs.xml");
        Files.writeString(
                xml,
                "<domain type='qemu'><name>%s</name><memory unit='MiB'>16</memory><os><type>hvm</type>"
                                .formatted(theirs)
                        + "</os></domain>");
        Virsh.virsh("define", xml.toString());
        try {
            assertThat(driver.recover()).hasSize(1);
            assertThat(driver.stats().objects())
                    .anyMatch(object -> object.name().equals(theirs) && !object.managed())
                    .anyMatch(object -> object.name().equals(domain) && object.managed());
        } finally {
            Virsh.virsh("undefine", theirs);
        }
    }

    @Test
    void the_machine_of_another_node_is_not_touched() {
        create();
        var other = new LibvirtFixture();
        try (var neighbour = other.open()) {
            assertThat(neighbour.recover()).isEmpty();
            neighbour.destroy(resource);
            assertRefused(
                    () -> neighbour.create(other.steady(resource, 2), Progress.NONE),
                    Failures.CONFLICT,
                    domain);
        } finally {
            other.close();
        }
        assertThat(driver.inspect(resource).generation()).isEqualTo(1);
    }

    @Test
    void what_someone_else_started_is_told_with_when() {
        create();
        var told = new CopyOnWriteArrayList<ManagedResource>();
        try (var watching = driver.events(told::add)) {
            Virsh.virsh("start", domain);
            awaitThat("the start is told", () -> tells(told, RUNNING));
        }
        awaitThat(
                "its start is noted", () -> driver.inspect(resource).runtime().startedAt() != null);
    }

    @Test
    void what_happened_while_libvirt_was_away_is_told_when_it_is_back() throws IOException {
        var uri = "qemu+unix:///system?socket=" + folder.resolve("libvirt.sock");
        try (var between = new Relay(folder.resolve("libvirt.sock"), LIBVIRT);
                var away = fixture.open(uri, "user", LibvirtSettings.Choice.NEVER)) {
            away.create(fixture.steady(resource, 1), Progress.NONE);
            assertThat(away.start(resource, Progress.NONE)).isNotNull();
            var told = new CopyOnWriteArrayList<ManagedResource>();
            try (var watching = away.events(told::add)) {
                between.cut();
                LibvirtFixture.crash(domain);
                awaitThat("it is gone", () -> Virsh.state(domain).equals("shut off"));
                between.join();

                awaitThat("the crash is told", () -> tells(told, FAILED));
            }
            assertThat(away.start(resource, Progress.NONE)).isNotNull();
        }
    }

    @Test
    void what_runs_is_measured_by_what_libvirt_counts() {
        create();
        start();
        var first = driver.stats().resources().get(0);
        assertThat(first.memoryTotalMB()).isEqualTo(64);
        assertThat(first.cpuUsagePercent()).isNull();

        assertThat(driver.stats().resources().get(0).cpuUsagePercent()).isBetween(0.0, 100.0);
    }

    private static boolean tells(CopyOnWriteArrayList<ManagedResource> told, ObservedState state) {
        return told.stream().anyMatch(each -> each.observation().state() == state);
    }
}
