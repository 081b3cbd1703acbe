package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.Resizing;
import dev.aiwm.nodeagent.driver.SnapshotRequest;
import dev.aiwm.nodeagent.driver.Snapshotting;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What comes back with a snapshot, and what stays as it is today. */
class PuttingBackTest extends LibvirtTest {
    private final SnapshotId snapshot = SnapshotId.random();

    @Test
    void what_was_on_the_disk_comes_back() {
        create();
        io("write -P 0x11 8M 64k");
        take();
        io("write -P 0x22 8M 64k");

        putBack();

        assertThat(io("read -P 0x11 8M 64k")).doesNotContain("failed");
    }

    @Test
    void a_disk_that_grew_since_then_keeps_its_size() {
        create();
        take();
        resize(new ResourceSize(1.0, 64L, 3L));

        putBack();

        String info = Virsh.run(List.of("qemu-img", "info", "-U", disk()));
        assertThat(info).contains("virtual size: 3 GiB");
    }

    @Test
    void memory_is_not_put_into_a_machine_of_another_size() {
        create();
        start();
        assertThat(take()).isEqualTo(SnapshotConsistency.MEMORY);
        driver.stop(resource, StopRequest.byForce());
        resize(new ResourceSize(2.0, 96L, 1L));

        assertRefused(this::putBack, Snapshots.SIZE_CHANGED, "another size");

        resize(new ResourceSize(1.0, 64L, 1L));
        putBack();
        assertThat(driver.inspect(resource).observation().state()).isEqualTo(ObservedState.RUNNING);
    }

    @Test
    void what_goes_on_from_memory_is_of_todays_generation() {
        create();
        start();
        take();
        driver.create(fixture.steady(resource, 2), Progress.NONE);

        putBack();

        var seen = driver.inspect(resource);
        assertThat(seen.generation()).isEqualTo(2);
        assertThat(seen.observation().state()).isEqualTo(ObservedState.RUNNING);
        driver.stop(resource, StopRequest.byForce());
        assertThat(driver.inspect(resource).generation()).isEqualTo(2);
    }

    @Test
    void snapshots_outlive_the_definition_of_their_machine() {
        create();
        io("write -P 0x11 8M 64k");
        take();
        io("write -P 0x22 8M 64k");
        start();
        var later = SnapshotId.random();
        can(Snapshotting.class)
                .takeSnapshot(new SnapshotRequest(resource, later, "later", null), Progress.NONE);
        var before = can(Snapshotting.class).snapshots(resource);
        driver.stop(resource, StopRequest.byForce());
        Virsh.virsh("undefine", DerivedNames.domain(resource), "--snapshots-metadata");

        create();

        assertThat(can(Snapshotting.class).snapshots(resource)).isEqualTo(before).hasSize(2);
        can(Snapshotting.class).restoreSnapshot(resource, later, Progress.NONE);
        assertThat(driver.inspect(resource).observation().state()).isEqualTo(ObservedState.RUNNING);
        putBack();
        assertThat(io("read -P 0x11 8M 64k")).doesNotContain("failed");
    }

    private SnapshotConsistency take() {
        return can(Snapshotting.class)
                .takeSnapshot(
                        new SnapshotRequest(resource, snapshot, "before", "what it was"),
                        Progress.NONE)
                .consistency();
    }

    private void putBack() {
        assertThat(can(Snapshotting.class).restoreSnapshot(resource, snapshot, Progress.NONE))
                .isNotNull();
    }

    private void resize(ResourceSize size) {
        assertThat(can(Resizing.class).resize(resource, size, Progress.NONE).fromNextStart())
                .isEmpty();
    }

    private String disk() {
        return fixture.disk(resource).toString();
    }

    private String io(String command) {
        return Virsh.run(List.of("qemu-io", "-f", "qcow2", "-c", command, disk()));
    }
}
