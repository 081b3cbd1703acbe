package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** Raw disks and further disks, as QEMU's and libvirt's own programs see them. */
class FurtherDisksTest extends LibvirtTest {
    private static final long GIB = 1L << 30;
    private static final DataDisk LOGS = new DataDisk("logs", 1, null);
    private static final DataDisk FAST = new DataDisk("fast", 2, DiskFormat.RAW);

    private CreateRequest machine(int generation, DiskFormat first, DataDisk... further) {
        var network =
                new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, null);
        var config =
                new VirtualMachineConfig(
                        LibvirtFixture.LISTENING,
                        1,
                        64,
                        2,
                        null,
                        network,
                        null,
                        first,
                        List.of(further));
        return new CreateRequest(resource, "tiny", generation, config, Claims.NONE);
    }

    @Test
    void a_raw_disk_holds_the_image_and_the_machine_boots_from_it_beside_its_further_disks() {
        driver.create(machine(1, DiskFormat.RAW, LOGS, FAST), Progress.NONE);

        var root = DiskPool.disk(resource, DiskFormat.RAW);
        assertThat(info(root).at("/format").stringValue()).isEqualTo("raw");
        assertThat(info(root).at("/virtual-size").longValue()).isEqualTo(2 * GIB);
        assertThat(info(MachineDisks.volume(resource, LOGS)).at("/format").stringValue())
                .isEqualTo("qcow2");
        assertThat(info(MachineDisks.volume(resource, FAST)).at("/virtual-size").longValue())
                .isEqualTo(2 * GIB);
        assertThat(fixture.files()).hasSize(4);
        start();
        var seen = Virsh.virsh("domblklist", domain, "--details");
        assertThat(seen)
                .containsPattern("vda +\\S+" + root)
                .containsPattern("vdb +\\S+" + MachineDisks.volume(resource, LOGS))
                .containsPattern("vdc +\\S+" + MachineDisks.volume(resource, FAST));
        can(Resizing.class).resize(resource, new ResourceSize(null, null, 3L), Progress.NONE);
        assertThat(Virsh.virsh("domblkinfo", domain, "vda"))
                .containsPattern("Capacity: +3221225472");

        driver.destroy(resource);
        assertThat(fixture.files()).isEmpty();
    }

    @Test
    void a_newer_generation_keeps_grows_adds_and_removes_disks() {
        driver.create(machine(1, null, LOGS, FAST), Progress.NONE);
        io(MachineDisks.volume(resource, FAST), "write -P 0x5a 8M 4k");
        var spare = new DataDisk("spare", 1, null);

        driver.create(
                machine(2, null, new DataDisk("fast", 3, DiskFormat.RAW), spare), Progress.NONE);

        assertThat(io(MachineDisks.volume(resource, FAST), "read -P 0x5a 8M 4k"))
                .doesNotContain("failed");
        assertThat(info(MachineDisks.volume(resource, FAST)).at("/virtual-size").longValue())
                .isEqualTo(3 * GIB);
        assertThat(fixture.files())
                .contains(MachineDisks.volume(resource, spare))
                .doesNotContain(MachineDisks.volume(resource, LOGS));
    }

    @Test
    void whoever_takes_the_definition_away_takes_no_disk() {
        for (var format : List.of(DiskFormat.QCOW2, DiskFormat.RAW)) {
            driver.create(machine(1, format, LOGS), Progress.NONE);
            start();
            driver.stop(resource, StopRequest.byForce());
            var disks =
                    List.of(DiskPool.disk(resource, format), MachineDisks.volume(resource, LOGS));
            disks.forEach(disk -> io(disk, "write -P 0x5a 8M 4k"));
            Virsh.virsh("undefine", domain);

            driver.create(machine(1, format, LOGS), Progress.NONE);

            assertThat(disks)
                    .allSatisfy(
                            disk ->
                                    assertThat(io(disk, "read -P 0x5a 8M 4k"))
                                            .doesNotContain("failed"));
            start();
            driver.destroy(resource);
            assertThat(fixture.files()).isEmpty();
        }
    }

    @Test
    void what_is_half_of_a_raw_disk_is_made_anew() {
        driver.create(machine(1, DiskFormat.RAW, LOGS), Progress.NONE);
        Virsh.virsh("undefine", domain);
        String root = DiskPool.disk(resource, DiskFormat.RAW);
        io(root, "write -P 0x5a 8M 4k");
        String half = path(resource.value() + ".base.qcow2");
        Virsh.run(List.of("qemu-img", "create", "-f", "qcow2", half, "1M"));
        io(MachineDisks.volume(resource, LOGS), "write -P 0x5a 8M 4k");

        driver.create(machine(1, DiskFormat.RAW, LOGS), Progress.NONE);

        assertThat(io(root, "read -P 0x00 8M 4k")).doesNotContain("failed");
        assertThat(io(MachineDisks.volume(resource, LOGS), "read -P 0x5a 8M 4k"))
                .doesNotContain("failed");
        assertThat(fixture.files()).hasSize(3);
    }

    @Test
    void a_disk_does_not_shrink_and_keeps_its_format() {
        driver.create(machine(1, null, FAST), Progress.NONE);

        assertRefused(
                () ->
                        driver.create(
                                machine(2, null, new DataDisk("fast", 1, DiskFormat.RAW)),
                                Progress.NONE),
                MachineDisks.DISK_TOO_SMALL,
                "only grow");
        assertRefused(
                () -> driver.create(machine(2, null, new DataDisk("fast", 2, null)), Progress.NONE),
                MachineDisks.DISK_FORMAT_FIXED,
                "keeps the format");
        assertRefused(
                () -> driver.create(machine(2, DiskFormat.RAW, FAST), Progress.NONE),
                MachineDisks.DISK_FORMAT_FIXED,
                "keeps the format");
        assertThat(driver.inspect(resource).generation()).isEqualTo(1);
    }

    @Test
    void snapshots_are_of_qcow2_disks_all_of_them_or_none() {
        var request = new SnapshotRequest(resource, SnapshotId.random(), "before", null);
        driver.create(machine(1, null, FAST), Progress.NONE);
        assertRefused(
                () -> can(Snapshotting.class).takeSnapshot(request, Progress.NONE),
                Snapshots.RAW_DISK,
                "raw");
        driver.destroy(resource);

        driver.create(machine(1, null, LOGS), Progress.NONE);
        String logs = MachineDisks.volume(resource, LOGS);
        io(logs, "write -P 0x11 8M 4k");
        var facts = can(Snapshotting.class).takeSnapshot(request, Progress.NONE);
        io(logs, "write -P 0x22 8M 4k");
        var back =
                can(Snapshotting.class)
                        .restoreSnapshot(resource, facts.snapshotId(), Progress.NONE);
        assertThat(back.resourceId()).isEqualTo(resource);
        assertThat(io(logs, "read -P 0x11 8M 4k")).doesNotContain("failed");
    }

    private JsonNode info(String volume) {
        return JsonMapper.shared()
                .readTree(
                        Virsh.run(
                                List.of("qemu-img", "info", "-U", "--output=json", path(volume))));
    }

    private String io(String volume, String command) {
        String format = volume.substring(volume.lastIndexOf('.') + 1);
        return Virsh.run(List.of("qemu-io", "-f", format, "-c", command, path(volume)));
    }

    private String path(String volume) {
        return fixture.disk(resource).resolveSibling(volume).toString();
    }
}
