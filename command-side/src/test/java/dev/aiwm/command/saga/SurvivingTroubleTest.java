package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.inventory;
import static dev.aiwm.command.sample.Samples.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aiwm.command.saga.Fleet.Conduct;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.ConnectNode;
import dev.aiwm.contracts.node.command.ExpireReservation;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.node.command.IssueNodeToken;
import dev.aiwm.contracts.node.event.CapacityReleased;
import dev.aiwm.contracts.node.event.NodeTokenIssued;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceStarted;

import org.junit.jupiter.api.Test;

import java.util.List;

class SurvivingTroubleTest extends OperationSpecification {
    private static final int MORE_THAN_A_SNAPSHOT = 230;

    @Test
    void an_operation_goes_on_after_a_restart() {
        fleet.on("vm.create", Conduct.IGNORE);
        create(ComputeWhenStopped.KEEP);
        restart();
        fleet.await(ResourceStarted.class);
        assertThat(allocation().confirmed()).isTrue();
    }

    @Test
    void a_deletion_that_waits_goes_on_after_a_restart() {
        fleet.on("vm.create", Conduct.HOLD);
        fleet.on("vm.delete", Conduct.IGNORE);
        create(ComputeWhenStopped.KEEP);
        fleet.await(ResourceDeploymentStarted.class);
        delete(SECOND, false);
        restart();
        fleet.await(ResourceDeleted.class);
        fleet.await(CapacityReleased.class);
    }

    @Test
    void a_creation_on_a_reservation_that_expired_fails() {
        restart("aiwm.placement.reservation=0s");
        var granted = place();
        commands.<NodeState>send(new ExpireReservation(NODE, RESOURCE));
        create(granted, ComputeWhenStopped.KEEP);
        var failed = fleet.await(ResourceProvisioningFailed.class);
        assertThat(failed.failure().code()).isEqualTo(RejectionCode.RESERVATION_EXPIRED.name());
        assertThat(fleet.names()).contains("ExecutionFailed").doesNotContain("StepDispatched");
    }

    @Test
    void what_was_never_made_can_be_deleted_at_once() {
        restart("aiwm.placement.reservation=0s");
        var granted = place();
        commands.<NodeState>send(new ExpireReservation(NODE, RESOURCE));
        create(granted, ComputeWhenStopped.KEEP);
        delete(SECOND, false);
        fleet.await(ResourceDeleted.class);
        assertThat(fleet.names()).doesNotContain("ResourceStarted");
    }

    @Test
    void what_runs_on_a_node_that_is_cut_off_is_lost() {
        running(ComputeWhenStopped.KEEP);
        commands.<NodeState>send(new FenceNode(NODE, 1, "silent"));
        fleet.await(ResourceLost.class);
        assertThat(states.resource(RESOURCE).status()).isEqualTo(ResourceStatus.UNKNOWN);
    }

    @Test
    void a_plan_that_was_rejected_leaves_nothing_behind() {
        var refused = catchThrowableOfType(Rejection.class, () -> startExecution("nobody"));
        assertThat(refused.code()).isEqualTo(RejectionCode.INVALID_PLAN);
        assertThat(states.execution(THIRD)).isNull();
        assertThat(startExecution().executionId()).isEqualTo(THIRD);
    }

    private ExecutionState startExecution(String... dependsOn) {
        var step =
                new StepPlan(
                        "start",
                        NODE,
                        new VmStart(RESOURCE),
                        List.of(dependsOn),
                        false,
                        60,
                        RetryPolicy.NONE,
                        null);
        return commands.send(
                new StartExecution(
                        THIRD,
                        "start",
                        ResourceAction.START,
                        new ResourceRef("virtual-machine", RESOURCE.value()),
                        OWNER,
                        List.of(step),
                        60));
    }

    @Test
    void a_node_with_a_snapshot_is_the_node_that_its_events_say() {
        running(ComputeWhenStopped.KEEP);
        for (int i = 0; i < MORE_THAN_A_SNAPSHOT; i++) {
            commands.<NodeState>send(new IssueNodeToken(NODE, "s" + i, NOW, null));
        }
        String last = "s" + (MORE_THAN_A_SNAPSHOT - 1);
        fleet.await(NodeTokenIssued.class, event -> event.tokenId().equals(last));
        restart();
        NodeState answered = commands.send(new ConnectNode(NODE, "t1", inventory()));
        assertThat(answered).isEqualTo(states.node(NODE));
        assertThat(answered.allocationOf(RESOURCE).claims().cpuCores())
                .isEqualTo(4)
                .isEqualTo(answered.inventory().cpuCores() / 4);
        assertThat(states.resource(RESOURCE).config()).isEqualTo(machine());
    }
}
