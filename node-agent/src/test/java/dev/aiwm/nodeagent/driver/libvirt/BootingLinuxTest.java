package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.contracts.resource.config.CloudInit;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.Consoles;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.testing.SmallLinux;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/** The whole life of a machine, with a real kernel that UEFI starts and that finds its seed. */
class BootingLinuxTest {
    private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEt someone@somewhere";
    private static final String PASSWORD = "open-sesame-7";
    private static final int WORDS = 200;
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final ResourceId resource = ResourceId.random();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private LibvirtFixture fixture;
    private LibvirtDriver driver;

    @BeforeEach
    void open() throws IOException {
        Virsh.require();
        var image = SmallLinux.image();
        fixture = new LibvirtFixture();
        Files.copy(
                image,
                fixture.images().resolve("debian-12.qcow2"),
                StandardCopyOption.REPLACE_EXISTING);
        driver = fixture.open(Virsh.URI, "user", LibvirtSettings.Choice.ALWAYS);
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            driver.close();
            fixture.close();
        }
    }

    @Test
    void a_machine_boots_reads_its_seed_is_kept_put_back_and_goes() {
        driver.create(request(), Progress.NONE);
        assertThat(driver.start(resource, Progress.NONE).endpoint()).isEqualTo("192.168.77.10");
        var console = driver.capability(Consoles.class).orElseThrow();
        var serial = console.serialConsole(resource, said::writeBytes);
        LibvirtTest.awaitThat("the guest is up", () -> told().contains("guest: ready"));

        assertThat(told())
                .contains(
                        "\"local-hostname\":\"dev-vm-01\"",
                        KEY,
                        "192.168.77.10/24",
                        "\"macaddress\":\"" + DerivedNames.mac(resource),
                        "guest: mac " + DerivedNames.mac(resource),
                        "\"hashed_passwd\":\"$6$")
                .doesNotContain(PASSWORD);
        talk(serial);
        snapshotOfWhatRuns();

        var outcome = driver.stop(resource, StopRequest.gracefully(GRACE));
        assertThat(outcome.forced()).isFalse();
        putBack();

        driver.destroy(resource);
        assertThat(Virsh.hasDomain(DerivedNames.domain(resource))).isFalse();
        assertThat(fixture.files()).isEmpty();
    }

    /** What comes just as one begins to wait for it is not to lie there until more comes. */
    private void talk(Conversation serial) {
        for (int i = 0; i < WORDS; i++) {
            serial.write("are you there %d%n".formatted(i).getBytes(UTF_8));
            String answer = "guest: heard are you there %d\r".formatted(i);
            LibvirtTest.awaitThat(answer, () -> told().contains(answer));
        }
    }

    private final SnapshotId running = SnapshotId.random();
    private final SnapshotId passing = SnapshotId.random();

    /** Where firmware has a flash of its own, disks alone are kept. */
    private void snapshotOfWhatRuns() {
        var first = take(running);
        assertThat(first.consistency()).isEqualTo(SnapshotConsistency.CRASH_CONSISTENT);
        assertThat(take(passing).parent()).isEqualTo(running);
        assertThat(inDisk()).contains(running.value(), passing.value());
        snapshots().deleteSnapshot(resource, passing, Progress.NONE);
        assertThat(inDisk()).contains(running.value()).doesNotContain(passing.value());
        assertThat(snapshots().snapshots(resource)).containsExactly(first);
        assertThat(Virsh.virsh("snapshot-list", "--name", DerivedNames.domain(resource)))
                .contains(running.value());
        assertThat(driver.inspect(resource).observation().state()).isEqualTo(ObservedState.RUNNING);
    }

    private void putBack() {
        var after = snapshots().restoreSnapshot(resource, running, Progress.NONE);
        assertThat(after.observation().state()).isEqualTo(ObservedState.STOPPED);
        snapshots().deleteSnapshot(resource, running, Progress.NONE);
        assertThat(inDisk()).doesNotContain(running.value());
    }

    private SnapshotFacts take(SnapshotId id) {
        return snapshots()
                .takeSnapshot(new SnapshotRequest(resource, id, "now", null), Progress.NONE);
    }

    private Snapshotting snapshots() {
        return driver.capability(Snapshotting.class).orElseThrow();
    }

    private String inDisk() {
        String disk = fixture.disk(resource).toString();
        return Virsh.run(List.of("qemu-img", "snapshot", "-U", "-l", disk));
    }

    private String told() {
        return said.toString(UTF_8);
    }

    private CreateRequest request() {
        var network =
                new NetworkConfig(
                        NetworkMode.BRIDGE_VLAN,
                        IpMode.STATIC,
                        "192.168.77.10",
                        "255.255.255.0",
                        "192.168.77.1",
                        77);
        var config =
                new VirtualMachineConfig(
                        OsImage.DEBIAN_12,
                        1,
                        256,
                        1,
                        null,
                        network,
                        new CloudInit("dev-vm-01", KEY, "admin", SecretRef.of(PASSWORD)));
        return new CreateRequest(resource, "a real one", 1, config, Claims.NONE);
    }
}
