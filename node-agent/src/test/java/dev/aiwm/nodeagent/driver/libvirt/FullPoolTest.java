package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the disks is a file system of its own, too small for a machine. */
class FullPoolTest extends LibvirtTest {
    private Path disks;

    @BeforeEach
    void mount() throws IOException {
        disks = Files.createDirectory(fixture.images().resolveSibling("disks"));
        Virsh.run(List.of("mount", "-t", "tmpfs", "-o", "size=64m", "none", disks.toString()));
    }

    /** Before the fixture looks whether anything is left: it looks below the mount, too. */
    @AfterEach
    void unmount() {
        driver.destroy(resource);
        assertThat(fixture.files()).isEmpty();
        Virsh.run(List.of("umount", "-l", disks.toString()));
    }

    @Test
    void a_full_disk_is_told_as_such_leaves_nothing_and_is_over_when_there_is_room() {
        assertRefused(this::create, Failures.POOL_FULL, "the disk of this node is full");
        assertThat(Virsh.hasDomain(domain)).isFalse();
        assertThat(driver.recover()).isEmpty();
        assertThat(fixture.files()).isEmpty();

        size("1g");
        driver.create(fixture.steady(resource, 1), Progress.NONE);
        assertThat(Virsh.hasDomain(domain)).isTrue();
    }

    @Test
    void no_disk_goes_for_one_that_there_is_no_room_for() {
        size("1g");
        driver.create(machine(1, 64, "old"), Progress.NONE);
        size("64m");

        assertRefused(
                () -> driver.create(machine(2, 64, "new"), Progress.NONE),
                Failures.POOL_FULL,
                "the disk of this node is full");
        assertThat(fixture.files()).anyMatch(file -> file.contains("old"));
    }

    @Test
    void a_snapshot_that_there_is_no_room_for_is_not_begun() {
        size("1g");
        driver.create(machine(1, 512), Progress.NONE);
        start();
        size("400m");
        assertRefused(this::snapshot, Failures.POOL_FULL, "less than 768 MB are free");

        driver.stop(resource, StopRequest.byForce());
        assertThat(snapshot().consistency()).isEqualTo(SnapshotConsistency.OFFLINE);

        size("64m");
        assertRefused(this::snapshot, Failures.POOL_FULL, "less than 256 MB are free");
    }

    private SnapshotFacts snapshot() {
        var request = new SnapshotRequest(resource, SnapshotId.random(), "before", null);
        return can(Snapshotting.class).takeSnapshot(request, Progress.NONE);
    }

    private void size(String size) {
        Virsh.run(List.of("mount", "-o", "remount,size=" + size, disks.toString()));
    }

    private CreateRequest machine(int generation, long ramMB, String... further) {
        var network =
                new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, null);
        var disks = Stream.of(further).map(name -> new DataDisk(name, 1, null)).toList();
        var config =
                new VirtualMachineConfig(
                        LibvirtFixture.LISTENING, 1, ramMB, 2, null, network, null, null, disks);
        return new CreateRequest(resource, "tiny", generation, config, Claims.NONE);
    }
}
