package dev.aiwm.command.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.saga.Fleet.Conduct;
import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.execution.event.ExecutionEvent;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.junit.jupiter.api.Test;

class CarryingOutOperationsTest extends OperationSpecification {

    @Test
    void a_resource_lives_from_the_wish_for_it_to_its_end() {
        running(ComputeWhenStopped.KEEP);
        assertThat(allocation().confirmed()).isTrue();
        stop(SECOND, false);
        fleet.await(ResourceStopped.class);
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
        start(THIRD);
        fleet.await(ResourceStarted.class, event -> event.executionId().equals(THIRD));
        delete(FOURTH, false);
        fleet.await(CapacityReleased.class);
        assertThat(states.resource(RESOURCE).isDeleted()).isTrue();
        assertThat(allocation()).isNull();
    }

    @Test
    void what_follows_from_a_wish_names_its_cause() {
        running(ComputeWhenStopped.KEEP);
        var events = fleet.events();
        var wish =
                events.stream()
                        .filter(event -> event.payload() instanceof ResourceCreated)
                        .findFirst()
                        .orElseThrow();
        var first =
                events.stream()
                        .filter(event -> event.payload() instanceof ExecutionEvent)
                        .findFirst()
                        .orElseThrow();
        assertThat(first.metadata())
                .containsEntry(MetadataKeys.ORIGIN, "saga")
                .containsEntry(
                        MetadataKeys.CORRELATION_ID,
                        wish.metadata().get(MetadataKeys.CORRELATION_ID));
    }

    @Test
    void a_resource_is_queued_until_the_node_takes_the_first_step() {
        fleet.on("vm.create", Conduct.HOLD);
        create(ComputeWhenStopped.KEEP);
        fleet.await(ResourceDeploymentStarted.class);
        assertThat(states.resource(RESOURCE).status()).isEqualTo(ResourceStatus.DEPLOYING);
        fleet.finishHeld();
        fleet.await(ResourceStarted.class);
    }

    @Test
    void what_cannot_be_made_is_undone_and_gives_back_what_it_claimed() {
        fleet.on("vm.start", Conduct.FAIL);
        create(ComputeWhenStopped.KEEP);
        var failed = fleet.await(ResourceProvisioningFailed.class);
        assertThat(failed.failure().code()).isEqualTo("BROKEN");
        assertThat(fleet.names()).contains("StepCompensated", "CapacityReleased");
        assertThat(allocation()).isNull();
    }

    @Test
    void what_could_not_be_undone_keeps_its_claims_until_it_is_deleted() {
        fleet.on("vm.start", Conduct.FAIL);
        fleet.on("vm.delete", Conduct.FAIL);
        create(ComputeWhenStopped.KEEP);
        fleet.await(ResourceProvisioningFailed.class);
        assertThat(allocation().confirmed()).isTrue();
        fleet.on("vm.delete", Conduct.SUCCEED);
        delete(SECOND, false);
        fleet.await(CapacityReleased.class);
    }

    @Test
    void a_failed_creation_can_be_started_again_on_new_claims() {
        fleet.on("vm.start", Conduct.FAIL);
        create(ComputeWhenStopped.KEEP);
        fleet.await(ResourceProvisioningFailed.class);
        fleet.on("vm.start", Conduct.SUCCEED);
        start(SECOND);
        fleet.await(ResourceStarted.class);
        assertThat(allocation().confirmed()).isTrue();
    }

    @Test
    void a_stopped_resource_gives_back_compute_when_it_is_to() {
        running(ComputeWhenStopped.RELEASE);
        stop(SECOND, false);
        fleet.await(ResourceStopped.class);
        assertThat(allocation().claims().cpuCores()).isZero();
        assertThat(allocation().claims().diskGB()).isEqualTo(40);
        start(THIRD);
        fleet.await(ResourceStarted.class, event -> event.executionId().equals(THIRD));
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
    }

    @Test
    void a_deletion_during_the_making_wins() {
        fleet.on("vm.create", Conduct.HOLD);
        create(ComputeWhenStopped.KEEP);
        fleet.await(ResourceDeploymentStarted.class);
        delete(SECOND, false);
        fleet.await(ResourceDeleted.class);
        fleet.await(CapacityReleased.class);
        assertThat(fleet.names()).contains("ExecutionCancelled").doesNotContain("ResourceStarted");
    }

    @Test
    void a_deletion_right_after_the_wish_wins() {
        fleet.on("vm.create", Conduct.HOLD);
        create(ComputeWhenStopped.KEEP);
        delete(SECOND, false);
        fleet.await(ResourceDeleted.class);
        fleet.await(CapacityReleased.class);
        assertThat(allocation()).isNull();
    }

    @Test
    void a_forced_stop_displaces_a_stop_that_hangs() {
        running(ComputeWhenStopped.KEEP);
        fleet.on("vm.stop", Conduct.HOLD);
        stop(SECOND, false);
        fleet.on("vm.stop", Conduct.SUCCEED);
        stop(THIRD, true);
        var stopped = fleet.await(ResourceStopped.class);
        assertThat(stopped.executionId()).isEqualTo(THIRD);
    }

    @Test
    void a_deletion_that_the_node_fails_can_be_forced() {
        running(ComputeWhenStopped.KEEP);
        fleet.on("vm.delete", Conduct.FAIL);
        delete(SECOND, false);
        var failed = fleet.await(ResourceActionFailed.class);
        assertThat(failed.failure().code()).isEqualTo("BROKEN");
        assertThat(allocation()).isNotNull();
        delete(THIRD, true);
        fleet.await(CapacityReleased.class);
        assertThat(states.resource(RESOURCE).isDeleted()).isTrue();
    }
}
