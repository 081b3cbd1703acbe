package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.saga.Fleet.Conduct;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.command.CancelExecution;
import dev.aiwm.contracts.execution.event.ExecutionCancelled;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.node.command.ExtendClaims;
import dev.aiwm.contracts.node.event.CapacityClaimed;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.SnapshotStatus;
import dev.aiwm.contracts.resource.command.DeleteSnapshot;
import dev.aiwm.contracts.resource.command.PauseResource;
import dev.aiwm.contracts.resource.command.ResizeResource;
import dev.aiwm.contracts.resource.command.RestoreSnapshot;
import dev.aiwm.contracts.resource.command.ResumeResource;
import dev.aiwm.contracts.resource.command.TakeSnapshot;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourcePaused;
import dev.aiwm.contracts.resource.event.ResourceResized;
import dev.aiwm.contracts.resource.event.ResourceResumed;
import dev.aiwm.contracts.resource.event.ResourceStopped;
import dev.aiwm.contracts.resource.event.SnapshotDeleted;
import dev.aiwm.contracts.resource.event.SnapshotRestored;
import dev.aiwm.contracts.resource.event.SnapshotTaken;

import org.junit.jupiter.api.Test;

class AdjustingResourcesTest extends OperationSpecification {
    private static final SnapshotId SNAPSHOT = SnapshotId.of("0000000000000000000000d1");

    @Test
    void a_resource_is_paused_and_goes_on() {
        running(ComputeWhenStopped.KEEP);

        commands.<ResourceState>send(new PauseResource(RESOURCE, SECOND, ANY));
        fleet.await(ResourcePaused.class);
        assertThat(state().status()).isEqualTo(ResourceStatus.PAUSED);
        assertThat(state().divergence()).isNull();
        commands.<ResourceState>send(new ResumeResource(RESOURCE, THIRD, ANY));
        fleet.await(ResourceResumed.class);

        assertThat(state().status()).isEqualTo(ResourceStatus.RUNNING);
    }

    @Test
    void a_pause_that_fails_leaves_it_running_and_says_why() {
        fleet.on("vm.pause", Conduct.FAIL);
        running(ComputeWhenStopped.KEEP);

        commands.<ResourceState>send(new PauseResource(RESOURCE, SECOND, ANY));
        fleet.await(ResourceActionFailed.class);

        assertThat(state().status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(state().failure().code()).isEqualTo("BROKEN");
        assertThat(state().operation()).isNull();
    }

    @Test
    void a_snapshot_is_taken_restored_and_removed() {
        running(ComputeWhenStopped.KEEP);

        take(SECOND);
        fleet.await(SnapshotTaken.class);
        assertThat(state().snapshots())
                .singleElement()
                .satisfies(taken -> assertThat(taken.status()).isEqualTo(SnapshotStatus.READY));
        commands.<ResourceState>send(new RestoreSnapshot(RESOURCE, THIRD, SNAPSHOT, claims(), ANY));
        fleet.await(SnapshotRestored.class);
        assertThat(state().status()).isEqualTo(ResourceStatus.RUNNING);
        commands.<ResourceState>send(new DeleteSnapshot(RESOURCE, FOURTH, SNAPSHOT, ANY));
        fleet.await(SnapshotDeleted.class);

        assertThat(state().snapshots()).isEmpty();
        assertThat(state().operation()).isNull();
    }

    @Test
    void what_a_failed_snapshot_leaves_is_removed() {
        fleet.on("vm.snapshot", Conduct.FAIL);
        running(ComputeWhenStopped.KEEP);

        take(SECOND);
        fleet.await(ResourceActionFailed.class);

        assertThat(fleet.names()).contains("StepCompensated");
        assertThat(state().snapshots()).isEmpty();
        assertThat(state().status()).isEqualTo(ResourceStatus.RUNNING);
    }

    @Test
    void a_forced_stop_waits_until_the_snapshot_is_given_up() {
        fleet.on("vm.snapshot", Conduct.HOLD);
        running(ComputeWhenStopped.KEEP);
        take(SECOND);
        fleet.await(StepAcknowledged.class, event -> event.executionId().equals(SECOND));

        stop(THIRD, true);
        fleet.await(ResourceStopped.class);

        assertThat(fleet.names().indexOf("ExecutionCancelled"))
                .isLessThan(fleet.names().indexOf("ResourceStopped"));
        assertThat(state().snapshots()).isEmpty();
    }

    @Test
    void a_deletion_gives_up_what_is_under_way() {
        fleet.on("vm.resize", Conduct.HOLD);
        running(ComputeWhenStopped.KEEP);
        resize(SECOND, 8, 16_384, 80);
        fleet.await(StepAcknowledged.class, event -> event.executionId().equals(SECOND));
        fleet.on("vm.resize", Conduct.SUCCEED);

        delete(THIRD, false);
        fleet.await(ExecutionCancelled.class, event -> event.executionId().equals(SECOND));
        fleet.await(CapacityReleased.class);

        assertThat(state().isDeleted()).isTrue();
        assertThat(allocation()).isNull();
    }

    @Test
    void the_ledger_has_both_sizes_until_the_smaller_is_real() {
        fleet.on("vm.resize", Conduct.HOLD);
        running(ComputeWhenStopped.KEEP);

        resize(SECOND, 2, 16_384, 40);
        fleet.await(StepAcknowledged.class, event -> event.executionId().equals(SECOND));
        assertThat(allocation().claims()).isEqualTo(claims().withAmounts(4, 16_384, 40));
        fleet.finishHeld();
        fleet.await(ResourceResized.class);
        fleet.await(
                CapacityClaimed.class,
                event -> event.claims().equals(claims().withAmounts(2, 16_384, 40)));

        assertThat(state().claims()).isEqualTo(allocation().claims());
        assertThat(state().config().size()).isEqualTo(new ResourceSize(2.0, 16_384L, 40L));
    }

    @Test
    void a_resize_that_is_given_up_is_undone_and_gives_back_what_it_claimed() {
        fleet.on("vm.resize", Conduct.HOLD);
        running(ComputeWhenStopped.KEEP);
        resize(SECOND, 8, 16_384, 80);
        fleet.await(StepAcknowledged.class, event -> event.executionId().equals(SECOND));
        fleet.on("vm.resize", Conduct.SUCCEED);

        commands.<Object>send(new CancelExecution(SECOND, "not needed", ANY));
        fleet.await(ResourceActionFailed.class);

        assertThat(fleet.names()).contains("StepCompensated");
        fleet.await(CapacityClaimed.class, event -> event.claims().equals(claims()));
        assertThat(state().config()).isEqualTo(machine());
    }

    @Test
    void what_could_not_be_undone_keeps_its_claims() {
        fleet.on("vm.resize", Conduct.FAIL);
        running(ComputeWhenStopped.KEEP);
        resize(SECOND, 8, 16_384, 80);
        fleet.await(ResourceActionFailed.class);

        assertThat(state().config()).isEqualTo(machine());
        assertThat(state().status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(fleet.names()).contains("StepCompensationFailed");
        assertThat(allocation().claims().ramMB()).isEqualTo(16_384);
    }

    @Test
    void a_restore_that_fails_at_rest_gives_back_compute_when_it_is_to() {
        fleet.on("vm.restoreSnapshot", Conduct.FAIL);
        running(ComputeWhenStopped.RELEASE);
        take(SECOND);
        fleet.await(SnapshotTaken.class);
        stop(THIRD, false);
        fleet.await(ResourceStopped.class);
        var claimed = place().claims();
        assertThat(allocation().claims()).isEqualTo(claimed);

        commands.<ResourceState>send(new RestoreSnapshot(RESOURCE, FOURTH, SNAPSHOT, claimed, ANY));
        fleet.await(ResourceActionFailed.class);

        assertThat(state().status()).isEqualTo(ResourceStatus.STOPPED);
        assertThat(allocation().claims()).isEqualTo(claimed.withoutCompute());
    }

    private ResourceState state() {
        return states.resource(RESOURCE);
    }

    private void take(ExecutionId execution) {
        commands.<ResourceState>send(
                new TakeSnapshot(RESOURCE, execution, SNAPSHOT, "before", null, ANY));
    }

    private void resize(ExecutionId execution, int vcpus, long ramMB, long diskGB) {
        var size = new ResourceSize((double) vcpus, ramMB, diskGB);
        commands.<Object>send(new ExtendClaims(state().nodeId(), RESOURCE, size));
        commands.<ResourceState>send(
                new ResizeResource(
                        RESOURCE,
                        execution,
                        machine().resized(size),
                        claims().withAmounts(vcpus, ramMB, diskGB),
                        ANY));
    }
}
