package dev.aiwm.contracts.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Failure;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Owner;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.config.IpMode;
import dev.aiwm.contracts.resource.config.NetworkConfig;
import dev.aiwm.contracts.resource.config.NetworkMode;
import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDeleted;
import dev.aiwm.contracts.resource.event.ResourceDeletionRequested;
import dev.aiwm.contracts.resource.event.ResourceDeploymentStarted;
import dev.aiwm.contracts.resource.event.ResourceDescribed;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceProvisioningFailed;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.contracts.resource.event.ResourceRestartRequested;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class ResourceFoldTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final ResourceId ID = ResourceId.random();
    private static final NodeId NODE = NodeId.of("node-1");
    private static final ExecutionId FIRST = ExecutionId.random();
    private static final ExecutionId SECOND = ExecutionId.random();
    private static final Failure FAILURE = new Failure("IMAGE_MISSING", "no such image", START);
    private static final Runtime RUNTIME =
            new Runtime("vm-1", "10.0.0.5", List.of("GPU-0"), 4, 8_192, START);
    private static final VirtualMachineConfig CONFIG =
            new VirtualMachineConfig(
                    OsImage.DEBIAN_12,
                    4,
                    8_192,
                    100,
                    null,
                    new NetworkConfig(NetworkMode.BRIDGE_VLAN, IpMode.DHCP, null, null, null, 10),
                    null);

    @Test
    void a_created_resource_is_queued_and_wanted_to_run() {
        var state = after(created());

        assertThat(state.status()).isEqualTo(ResourceStatus.QUEUED);
        assertThat(state.wanted()).isEqualTo(WantedState.RUNNING);
        assertThat(state.generation()).isEqualTo(1);
        assertThat(state.operation().action()).isEqualTo(ResourceAction.CREATE);
        assertThat(state.divergence()).isNull();
        assertThat(state.createdAt()).isEqualTo(START);
    }

    @Test
    void each_state_knows_the_sequence_and_the_time_of_its_last_event() {
        var state = after(created(), deploying(), started(FIRST));

        assertThat(state.sequence()).isEqualTo(2);
        assertThat(state.updatedAt()).isEqualTo(START.plusSeconds(2));
        assertThat(state.createdAt()).isEqualTo(START);
    }

    @Test
    void a_started_resource_runs_with_its_runtime_and_nothing_under_way() {
        var state = after(created(), deploying(), started(FIRST));

        assertThat(state.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(state.runtime()).isEqualTo(RUNTIME);
        assertThat(state.operation()).isNull();
        assertThat(state.executionId()).isEqualTo(FIRST);
        assertThat(state.divergence()).isNull();
    }

    @Test
    void what_could_not_be_made_has_failed_and_differs_from_the_wish_since_then() {
        var state =
                after(created(), deploying(), new ResourceProvisioningFailed(ID, FIRST, FAILURE));

        assertThat(state.status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(state.failure()).isEqualTo(FAILURE);
        assertThat(state.divergence())
                .isEqualTo(
                        new Divergence(
                                WantedState.RUNNING, ResourceStatus.FAILED, START.plusSeconds(2)));
    }

    @Test
    void a_program_that_ends_by_itself_is_divergence() {
        var state = after(created(), started(FIRST), saw(ObservedState.FAILED));

        assertThat(state.status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(state.divergence().since()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void divergence_keeps_the_time_at_which_it_began() {
        var state =
                after(
                        created(),
                        started(FIRST),
                        saw(ObservedState.FAILED),
                        saw(ObservedState.ABSENT));

        assertThat(state.divergence().since()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void divergence_ends_when_the_wish_is_seen_to_be_true_again() {
        var state =
                after(
                        created(),
                        started(FIRST),
                        saw(ObservedState.STOPPED),
                        saw(ObservedState.RUNNING));

        assertThat(state.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(state.divergence()).isNull();
    }

    @Test
    void a_new_operation_ends_divergence_until_it_is_over() {
        var stopping = after(created(), started(FIRST), saw(ObservedState.FAILED), stopRequested());

        assertThat(stopping.divergence()).isNull();
        assertThat(stopping.status()).isEqualTo(ResourceStatus.STOPPING);
        assertThat(stopping.wanted()).isEqualTo(WantedState.STOPPED);
    }

    @Test
    void what_is_seen_during_an_operation_does_not_end_it() {
        var state = after(created(), started(FIRST), stopRequested(), saw(ObservedState.STOPPED));

        assertThat(state.status()).isEqualTo(ResourceStatus.STOPPING);
        assertThat(state.observed().state()).isEqualTo(ObservedState.STOPPED);
        assertThat(state.operation()).isNotNull();
        assertThat(state.divergence()).isNull();
    }

    @Test
    void stopping_starting_and_restarting_show_as_such_and_settle() {
        assertThat(after(created(), started(FIRST), stopRequested(), stopped()).status())
                .isEqualTo(ResourceStatus.STOPPED);
        assertThat(
                        after(
                                        created(),
                                        started(FIRST),
                                        stopRequested(),
                                        stopped(),
                                        new ResourceStartRequested(ID, SECOND, Claims.NONE))
                                .status())
                .isEqualTo(ResourceStatus.STARTING);
        assertThat(
                        after(
                                        created(),
                                        started(FIRST),
                                        new ResourceRestartRequested(ID, SECOND, false, 30))
                                .status())
                .isEqualTo(ResourceStatus.RESTARTING);
    }

    @Test
    void a_stopped_resource_that_is_wanted_stopped_is_no_divergence() {
        var state = after(created(), started(FIRST), stopRequested(), stopped());

        assertThat(state.divergence()).isNull();
        assertThat(state.observed().exitCode()).isEqualTo(143);
    }

    @Test
    void an_action_that_failed_leaves_its_reason() {
        var state =
                after(
                        created(),
                        started(FIRST),
                        stopRequested(),
                        new ResourceActionFailed(ID, SECOND, ResourceAction.STOP, FAILURE));

        assertThat(state.status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(state.failure()).isEqualTo(FAILURE);
        assertThat(state.divergence().wanted()).isEqualTo(WantedState.STOPPED);
    }

    @Test
    void a_lost_resource_is_unknown_and_comes_back_with_what_is_seen() {
        var lost = after(created(), started(FIRST), new ResourceLost(ID, NODE, "silent"));

        assertThat(lost.status()).isEqualTo(ResourceStatus.UNKNOWN);
        assertThat(lost.runtime()).isEqualTo(RUNTIME);

        var back =
                after(
                        created(),
                        started(FIRST),
                        new ResourceLost(ID, NODE, "silent"),
                        saw(ObservedState.RUNNING));
        assertThat(back.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(back.divergence()).isNull();
    }

    @Test
    void a_resource_lost_during_an_operation_comes_back_into_the_operation() {
        var back =
                after(
                        created(),
                        started(FIRST),
                        stopRequested(),
                        new ResourceLost(ID, NODE, "silent"),
                        saw(ObservedState.RUNNING));

        assertThat(back.status()).isEqualTo(ResourceStatus.STOPPING);
    }

    @Test
    void a_deleted_resource_keeps_its_record_and_nothing_else() {
        var state =
                after(
                        created(),
                        started(FIRST),
                        new ResourceDeletionRequested(ID, SECOND, false, null),
                        new ResourceDeleted(ID, SECOND));

        assertThat(state.isDeleted()).isTrue();
        assertThat(state.deletedAt()).isEqualTo(START.plusSeconds(3));
        assertThat(state.runtime()).isNull();
        assertThat(state.divergence()).isNull();
        assertThat(state.name()).isEqualTo("web");
    }

    @Test
    void a_reconfigured_resource_has_the_new_generation_and_claims_and_its_old_status() {
        var claims = new Claims(8, 16_384, 100, List.of(), List.of(), List.of(), List.of());

        var state =
                after(
                        created(),
                        started(FIRST),
                        new ResourceReconfigured(ID, CONFIG, claims, 2),
                        new ResourceDescribed(ID, null));

        assertThat(state.generation()).isEqualTo(2);
        assertThat(state.claims()).isEqualTo(claims);
        assertThat(state.status()).isEqualTo(ResourceStatus.RUNNING);
        assertThat(state.description()).isNull();
    }

    private static ResourceState after(ResourceEvent... events) {
        ResourceState state = null;
        for (int i = 0; i < events.length; i++) {
            state = ResourceFold.evolve(state, events[i], new EventFacts(i, START.plusSeconds(i)));
        }
        return state;
    }

    private static ResourceCreated created() {
        return new ResourceCreated(
                ID,
                "web",
                "a description",
                Map.of(),
                new Owner("org", "user"),
                NODE,
                CONFIG,
                Claims.NONE,
                ComputeWhenStopped.KEEP,
                null,
                true,
                FIRST,
                null);
    }

    private static ResourceDeploymentStarted deploying() {
        return new ResourceDeploymentStarted(ID, FIRST);
    }

    private static ResourceStarted started(ExecutionId execution) {
        return new ResourceStarted(ID, execution, RUNTIME);
    }

    private static ResourceStopRequested stopRequested() {
        return new ResourceStopRequested(ID, SECOND, false, 30, null);
    }

    private static ResourceStopped stopped() {
        return new ResourceStopped(ID, SECOND, 143);
    }

    private static ResourceObserved saw(ObservedState state) {
        return new ResourceObserved(ID, new Observation(state, null, null, START), null);
    }
}
