package dev.aiwm.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourcePauseRequested;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;
import dev.aiwm.contracts.resource.query.SnapshotsView;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class FurtherStepsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ResourceId ID = ResourceId.random();
    private static final NodeId NODE = NodeId.of("node-1");
    private static final ExecutionId FIRST = ExecutionId.random();
    private static final ExecutionId SECOND = ExecutionId.random();
    private static final SnapshotId OLD = SnapshotId.random();
    private static final SnapshotId NEW = SnapshotId.random();
    private static final Runtime RUNTIME = new Runtime("vm-1", null, List.of(), 4, 8_192, START);
    private static final Failure FAILURE = new Failure("BROKEN", "it did not work", START);

    @Test
    void a_pause_changes_wish_and_status_when_it_is_done() {
        var asked = after(new ResourcePauseRequested(ID, SECOND));
        assertThat(asked.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(asked.wanted()).isEqualTo(WantedState.RUNNING);
        assertThat(asked.operation().action()).isEqualTo(ResourceAction.PAUSE);

        var paused = after(new ResourcePauseRequested(ID, SECOND), new ResourcePaused(ID, SECOND));
        assertThat(paused.status()).isEqualTo(ResourceStatus.PAUSED);
        assertThat(paused.wanted()).isEqualTo(WantedState.PAUSED);
        assertThat(paused.divergence()).isNull();
        assertThat(paused.runtime()).isEqualTo(RUNTIME);
    }

    @Test
    void what_is_paused_by_another_hand_diverges() {
        var seen = new Observation(ObservedState.PAUSED, null, null, START);

        var state = after(new ResourceObserved(ID, seen, null));

        assertThat(state.status()).isEqualTo(ResourceStatus.PAUSED);
        assertThat(state.divergence().wanted()).isEqualTo(WantedState.RUNNING);
    }

    @Test
    void a_quiet_action_that_fails_leaves_the_status_and_tells_why() {
        var state = after(requested(OLD), failed(ResourceAction.SNAPSHOT));

        assertThat(state.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(state.failure()).isEqualTo(FAILURE);
        assertThat(state.operation()).isNull();
        assertThat(state.snapshots()).isEmpty();
    }

    @Test
    void a_success_afterwards_clears_the_failure() {
        var state =
                after(
                        requested(OLD),
                        failed(ResourceAction.SNAPSHOT),
                        requested(NEW),
                        taken(NEW, null));

        assertThat(state.failure()).isNull();
    }

    @Test
    void a_node_that_is_lost_meanwhile_stays_lost() {
        var state = after(requested(OLD), new ResourceLost(ID, NODE, "silent"), taken(OLD, null));

        assertThat(state.status()).isEqualTo(ResourceStatus.UNKNOWN);
        assertThat(state.snapshots()).hasSize(1);
    }

    @Test
    void snapshots_are_listed_with_what_is_done_with_them() {
        assertThat(after(requested(OLD)).snapshots())
                .extracting(Snapshot::status)
                .containsExactly(SnapshotStatus.CREATING);
        var state =
                after(
                        requested(OLD),
                        taken(OLD, null),
                        requested(NEW),
                        taken(NEW, OLD),
                        new SnapshotDeletionRequested(ID, SECOND, OLD));
        assertThat(state.snapshots())
                .extracting(Snapshot::status)
                .containsExactly(SnapshotStatus.DELETING, SnapshotStatus.READY);

        var view = SnapshotsView.of(state).snapshots().get(1);
        assertThat(view.parent()).isEqualTo(OLD.value());
        assertThat(view.diskSizeGB()).isEqualTo(1.5);
        assertThat(view.memorySizeMB()).isEqualTo(8_192);
        assertThat(view.consistency()).isEqualTo(SnapshotConsistency.MEMORY);
    }

    @Test
    void what_is_based_on_a_removed_snapshot_gets_its_parent() {
        var state =
                after(
                        requested(OLD),
                        taken(OLD, null),
                        requested(NEW),
                        taken(NEW, OLD),
                        new SnapshotDeletionRequested(ID, SECOND, OLD),
                        new SnapshotDeleted(ID, SECOND, OLD));

        assertThat(state.snapshots()).hasSize(1);
        assertThat(state.snapshots().get(0).facts().parent()).isNull();
    }

    @Test
    void who_puts_a_machine_back_wants_what_it_did_then() {
        var state =
                after(
                        requested(OLD),
                        taken(OLD, null),
                        new SnapshotRestoreRequested(ID, SECOND, OLD, claims()),
                        new SnapshotRestored(ID, SECOND, OLD, ObservedState.STOPPED, null));

        assertThat(state.status()).isEqualTo(ResourceStatus.STOPPED);
        assertThat(state.wanted()).isEqualTo(WantedState.STOPPED);
        assertThat(state.divergence()).isNull();
        assertThat(state.snapshots().get(0).status()).isEqualTo(SnapshotStatus.READY);
    }

    @Test
    void what_displaces_an_action_lets_its_snapshot_go() {
        var stop = new ResourceStopRequested(ID, SECOND, true, 0, FIRST);

        assertThat(after(requested(OLD), stop).snapshots()).isEmpty();
        assertThat(
                        after(
                                        requested(OLD),
                                        taken(OLD, null),
                                        new SnapshotDeletionRequested(ID, SECOND, OLD),
                                        stop)
                                .snapshots())
                .extracting(Snapshot::status)
                .containsExactly(SnapshotStatus.READY);
    }

    @Test
    void another_size_counts_when_it_is_real_and_is_whole_after_a_start() {
        var larger = config(OsImage.DEBIAN_12, 8);
        var asked = new ResourceResizeRequested(ID, SECOND, larger, claims());
        assertThat(after(asked).config()).isEqualTo(config(OsImage.DEBIAN_12, 4));
        assertThat(after(asked).resize().config()).isEqualTo(larger);

        var resized =
                new ResourceResized(ID, SECOND, larger, claims(), List.of(SizePart.RAM), null);
        assertThat(after(asked, resized).config()).isEqualTo(larger);
        assertThat(after(asked, resized).resize()).isNull();
        assertThat(after(asked, resized).fromNextStart()).containsExactly(SizePart.RAM);
        assertThat(
                        after(
                                        asked,
                                        resized,
                                        new ResourceRestartRequested(ID, FIRST, false, 30),
                                        new ResourceStarted(ID, FIRST, RUNTIME))
                                .fromNextStart())
                .isEmpty();
    }

    @Test
    void a_machine_from_another_image_has_no_snapshots_any_more() {
        var other = config(OsImage.UBUNTU_22_04, 4);
        var same = config(OsImage.DEBIAN_12, 8);

        assertThat(reconfigured(other).snapshots()).isEmpty();
        assertThat(reconfigured(same).snapshots()).hasSize(1);
    }

    @Test
    void what_is_reconfigured_waits_for_a_start_which_a_restart_is_not() {
        var larger = new ResourceReconfigured(ID, config(OsImage.DEBIAN_12, 8), claims(), 2);
        var other = new ResourceReconfigured(ID, config(OsImage.DEBIAN_11, 8), claims(), 3);
        var again = new ResourceStarted(ID, SECOND, RUNTIME);

        assertThat(after(larger).fromNextStart()).containsExactly(SizePart.CPU, SizePart.CONFIG);
        assertThat(after(larger, other).fromNextStart())
                .containsExactly(SizePart.CPU, SizePart.DISK, SizePart.CONFIG);
        assertThat(after(larger, resized(SizePart.RAM)).fromNextStart())
                .containsExactly(SizePart.CPU, SizePart.RAM, SizePart.CONFIG);
        assertThat(
                        after(larger, new ResourceRestartRequested(ID, SECOND, false, 30), again)
                                .fromNextStart())
                .containsExactly(SizePart.CPU, SizePart.CONFIG);
        assertThat(
                        after(larger, new ResourceStartRequested(ID, SECOND, claims()), again)
                                .fromNextStart())
                .isEmpty();
    }

    @Test
    void what_goes_on_from_memory_has_its_size_already() {
        var memory = new SnapshotFacts(OLD, null, SnapshotConsistency.MEMORY, 1L, 1L, START);
        var restored = new SnapshotRestored(ID, SECOND, OLD, ObservedState.RUNNING, RUNTIME);

        assertThat(
                        after(
                                        requested(OLD),
                                        new SnapshotTaken(ID, FIRST, memory),
                                        resized(SizePart.RAM),
                                        restored)
                                .fromNextStart())
                .isEmpty();
    }

    private static ResourceResized resized(SizePart later) {
        var config = config(OsImage.DEBIAN_12, 4);
        return new ResourceResized(ID, SECOND, config, claims(), List.of(later), null);
    }

    private static ResourceState reconfigured(VirtualMachineConfig config) {
        return after(
                requested(OLD),
                taken(OLD, null),
                new ResourceReconfigured(ID, config, claims(), 2));
    }

    private static ResourceState after(ResourceEvent... events) {
        var state =
                ResourceFold.evolve(
                        null,
                        new ResourceCreated(
                                ID,
                                "vm",
                                null,
                                Map.of(),
                                new Owner("o", "u"),
                                NODE,
                                config(OsImage.DEBIAN_12, 4),
                                claims(),
                                ComputeWhenStopped.KEEP,
                                null,
                                false,
                                FIRST,
                                null),
                        new EventFacts(0, START));
        state =
                ResourceFold.evolve(
                        state, new ResourceStarted(ID, FIRST, RUNTIME), new EventFacts(1, START));
        for (int i = 0; i < events.length; i++) {
            state =
                    ResourceFold.evolve(
                            state, events[i], new EventFacts(i + 2, START.plusSeconds(i)));
        }
        return state;
    }

    private static VirtualMachineConfig config(OsImage image, int vcpus) {
        var network = new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, 10);
        return new VirtualMachineConfig(image, vcpus, 8_192, 100, null, network, null);
    }

    private static Claims claims() {
        return Claims.NONE.withAmounts(4, 8_192, 100);
    }

    private static SnapshotRequested requested(SnapshotId id) {
        return new SnapshotRequested(ID, SECOND, id, "name", null);
    }

    private static SnapshotTaken taken(SnapshotId id, SnapshotId parent) {
        return new SnapshotTaken(
                ID,
                SECOND,
                new SnapshotFacts(
                        id, parent, SnapshotConsistency.MEMORY, 3L << 29, 8_192L << 20, START));
    }

    private static ResourceActionFailed failed(ResourceAction action) {
        return new ResourceActionFailed(ID, SECOND, action, FAILURE);
    }
}
