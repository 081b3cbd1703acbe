package dev.aiwm.command.resource;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.container;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.runtime;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.contracts.resource.command.DeleteSnapshot;
import dev.aiwm.contracts.resource.command.RecordSnapshotDeleted;
import dev.aiwm.contracts.resource.command.RecordSnapshotRestored;
import dev.aiwm.contracts.resource.command.RecordSnapshotTaken;
import dev.aiwm.contracts.resource.command.RestoreSnapshot;
import dev.aiwm.contracts.resource.command.TakeSnapshot;
import dev.aiwm.contracts.resource.config.DataDisk;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceResizeRequested;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotDeletionRequested;
import dev.aiwm.contracts.resource.event.SnapshotRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestoreRequested;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SnapshottingAResourceTest extends ResourceSpecification {
    static final SnapshotId SNAPSHOT = SnapshotId.of("0000000000000000000000d1");
    static final SnapshotFacts FACTS =
            new SnapshotFacts(SNAPSHOT, null, SnapshotConsistency.MEMORY, 1L, 1L, NOW);

    @Test
    void a_snapshot_is_taken_of_what_runs_and_of_what_rests() {
        given(running()).when(take(SECOND)).then(requested(SECOND));
        given(stoppedResource()).when(take(THIRD)).then(requested(THIRD));
    }

    @Test
    void it_is_there_when_the_execution_succeeded() {
        given(running(requested(SECOND)))
                .when(new RecordSnapshotTaken(RESOURCE, SECOND, FACTS))
                .then(taken());
    }

    @Test
    void facts_about_another_snapshot_are_no_news() {
        var other = SnapshotId.of("0000000000000000000000d2");
        given(running(requested(SECOND)))
                .when(
                        new RecordSnapshotTaken(
                                RESOURCE,
                                SECOND,
                                new SnapshotFacts(
                                        other, null, SnapshotConsistency.OFFLINE, null, null, NOW)))
                .thenNothing();
    }

    @Test
    void taking_it_again_and_reporting_it_again_changes_nothing() {
        given(running(requested(SECOND))).when(take(SECOND)).thenNothing();
        given(snapshot()).when(take(THIRD)).thenNothing();
        given(snapshot()).when(new RecordSnapshotTaken(RESOURCE, SECOND, FACTS)).thenNothing();
    }

    @Test
    void one_that_could_not_be_taken_is_not_there() {
        given(running(requested(SECOND), actionFailed(SECOND, ResourceAction.SNAPSHOT)))
                .when(restore(THIRD))
                .thenRejected(RejectionCode.NOT_FOUND);
        given(running(requested(SECOND), actionFailed(SECOND, ResourceAction.SNAPSHOT)))
                .when(take(THIRD))
                .then(requested(THIRD));
    }

    @Test
    void what_is_busy_or_not_made_is_not_snapshot() {
        given(running(stopRequested(SECOND)))
                .when(take(THIRD))
                .thenRejected(RejectionCode.OPERATION_IN_PROGRESS);
        given(created(), provisioningFailed())
                .when(take(SECOND))
                .thenRejected(RejectionCode.ILLEGAL_TRANSITION);
    }

    @Test
    void only_machines_have_snapshots() {
        var container =
                new ResourceCreated(
                        RESOURCE,
                        "c",
                        null,
                        Map.of(),
                        OWNER,
                        NODE,
                        container(),
                        claims(),
                        ComputeWhenStopped.KEEP,
                        null,
                        true,
                        CREATION,
                        null);
        given(container, started(CREATION))
                .when(take(SECOND))
                .thenRejected(RejectionCode.NOT_FOR_THIS_TYPE);
        given(container, started(CREATION))
                .when(restore(SECOND))
                .thenRejected(RejectionCode.NOT_FOR_THIS_TYPE);
        given(container, started(CREATION))
                .when(delete(SECOND))
                .thenRejected(RejectionCode.NOT_FOR_THIS_TYPE);
    }

    @Test
    void a_machine_with_a_raw_disk_has_none() {
        var small = (VirtualMachineConfig) machine();
        var raw =
                new VirtualMachineConfig(
                        small.osImage(),
                        small.vcpus(),
                        small.ramMB(),
                        small.diskGB(),
                        small.gpuConfig(),
                        small.networkConfig(),
                        small.cloudInit(),
                        null,
                        List.of(new DataDisk("fast", 1, DiskFormat.RAW)));
        given(running(new ResourceReconfigured(RESOURCE, raw, claims(), 2)))
                .when(take(SECOND))
                .thenRejected(RejectionCode.SNAPSHOT_NEEDS_QCOW2);
    }

    @Test
    void there_are_not_more_than_32() {
        var events = new ArrayList<ResourceEvent>();
        for (int i = 0; i < 32; i++) {
            var id = SnapshotId.of("%024x".formatted(0xf000 + i));
            var facts = new SnapshotFacts(id, null, SnapshotConsistency.OFFLINE, null, null, NOW);
            events.add(new SnapshotRequested(RESOURCE, SECOND, id, "n", null));
            events.add(new SnapshotTaken(RESOURCE, SECOND, facts));
        }
        given(running(events.toArray(ResourceEvent[]::new)))
                .when(take(THIRD))
                .thenRejected(RejectionCode.TOO_MANY_SNAPSHOTS);
    }

    @Test
    void a_machine_is_put_back_and_does_what_the_node_tells() {
        given(snapshot()).when(restore(THIRD)).then(restoreRequested());
        given(snapshot(restoreRequested()))
                .when(new RecordSnapshotRestored(RESOURCE, THIRD, ObservedState.RUNNING, runtime()))
                .then(restored());
        given(snapshot(restoreRequested(), restored()))
                .when(new RecordSnapshotRestored(RESOURCE, THIRD, ObservedState.RUNNING, runtime()))
                .thenNothing();
    }

    @Test
    void putting_back_while_that_is_under_way_changes_nothing() {
        given(snapshot(restoreRequested())).when(restore(CREATION)).thenNothing();
    }

    @Test
    void memory_of_another_size_is_not_put_back() {
        var larger = machine().resized(new ResourceSize(8.0, 8_192L, 40L));
        given(
                        snapshot(
                                new ResourceResizeRequested(RESOURCE, THIRD, larger, claims()),
                                new ResourceResized(
                                        RESOURCE, THIRD, larger, claims(), List.of(), null)))
                .when(restore(CREATION))
                .thenRejected(RejectionCode.SNAPSHOT_SIZE_DIFFERS);
    }

    @Test
    void none_is_taken_while_what_it_would_hold_is_about_to_change() {
        var disk = changedTo(new ResourceSize(4.0, 8_192L, 50L));
        var memory = changedTo(new ResourceSize(4.0, 4_096L, 40L));

        given(stoppedResource(disk))
                .when(take(THIRD))
                .thenRejected(RejectionCode.CHANGE_AWAITS_START);
        given(stoppedResource(memory)).when(take(THIRD)).then(requested(THIRD));
        given(running(memory)).when(take(THIRD)).thenRejected(RejectionCode.CHANGE_AWAITS_START);
        given(stoppedResource(disk, startRequested(THIRD), started(THIRD)))
                .when(take(SECOND))
                .then(requested(SECOND));
    }

    @Test
    void no_memory_is_put_back_into_a_machine_that_is_to_be_made_anew() {
        var renewed = changedTo(machine().size());

        given(snapshot(renewed))
                .when(restore(THIRD))
                .thenRejected(RejectionCode.CHANGE_AWAITS_START);
        given(snapshot(renewed, startRequested(THIRD), started(THIRD)))
                .when(restore(CREATION))
                .then(new SnapshotRestoreRequested(RESOURCE, CREATION, SNAPSHOT, claims()));
    }

    private static ResourceReconfigured changedTo(ResourceSize size) {
        return new ResourceReconfigured(RESOURCE, machine().resized(size), claims(), 2);
    }

    @Test
    void a_snapshot_can_be_removed_once() {
        given(snapshot()).when(delete(THIRD)).then(deletionRequested());
        given(snapshot(deletionRequested())).when(delete(CREATION)).thenNothing();
        given(snapshot(deletionRequested()))
                .when(new RecordSnapshotDeleted(RESOURCE, THIRD))
                .then(gone());
        given(snapshot(deletionRequested(), gone())).when(delete(CREATION)).thenNothing();
        given(snapshot(deletionRequested(), gone()))
                .when(new RecordSnapshotDeleted(RESOURCE, THIRD))
                .thenNothing();
    }

    @Test
    void one_that_could_not_be_removed_is_still_there() {
        given(snapshot(deletionRequested(), actionFailed(THIRD, ResourceAction.DELETE_SNAPSHOT)))
                .when(delete(CREATION))
                .then(new SnapshotDeletionRequested(RESOURCE, CREATION, SNAPSHOT));
    }

    @Test
    void deletion_displaces_what_is_done_with_a_snapshot() {
        given(running(requested(SECOND)))
                .when(delete(THIRD, false))
                .then(deletionRequested(THIRD, false, SECOND));
    }

    @Test
    void what_ends_by_itself_meanwhile_is_seen() {
        given(running(requested(SECOND)))
                .when(observe(ObservedState.STOPPED))
                .then(observed(ObservedState.STOPPED));
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused() {
        given(snapshot())
                .when(new RestoreSnapshot(RESOURCE, THIRD, SNAPSHOT, claims(), 0))
                .thenRejected(RejectionCode.VERSION_MISMATCH);
    }

    static SnapshotRequested requested(ExecutionId execution) {
        return new SnapshotRequested(RESOURCE, execution, SNAPSHOT, "before", null);
    }

    private static TakeSnapshot take(ExecutionId execution) {
        return new TakeSnapshot(RESOURCE, execution, SNAPSHOT, "before", null, ANY);
    }

    private static RestoreSnapshot restore(ExecutionId execution) {
        return new RestoreSnapshot(RESOURCE, execution, SNAPSHOT, claims(), ANY);
    }

    private static DeleteSnapshot delete(ExecutionId execution) {
        return new DeleteSnapshot(RESOURCE, execution, SNAPSHOT, ANY);
    }

    private static SnapshotTaken taken() {
        return new SnapshotTaken(RESOURCE, SECOND, FACTS);
    }

    private static SnapshotRestoreRequested restoreRequested() {
        return new SnapshotRestoreRequested(RESOURCE, THIRD, SNAPSHOT, claims());
    }

    private static SnapshotRestored restored() {
        return new SnapshotRestored(RESOURCE, THIRD, SNAPSHOT, ObservedState.RUNNING, runtime());
    }

    private static SnapshotDeletionRequested deletionRequested() {
        return new SnapshotDeletionRequested(RESOURCE, THIRD, SNAPSHOT);
    }

    private static SnapshotDeleted gone() {
        return new SnapshotDeleted(RESOURCE, THIRD, SNAPSHOT);
    }

    private static ResourceEvent[] snapshot(ResourceEvent... more) {
        var events = new ArrayList<ResourceEvent>(List.of(requested(SECOND), taken()));
        events.addAll(List.of(more));
        return running(events.toArray(ResourceEvent[]::new));
    }
}
