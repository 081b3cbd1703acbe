package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.saga.Fleet.Conduct;
import dev.aiwm.contracts.node.event.ComputeReleased;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.OnDivergence;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.command.RecordObservation;
import dev.aiwm.contracts.resource.command.UpdateResource;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceStarted;

import org.junit.jupiter.api.Test;

/** Resources that stop without being asked to, or after all. */
class ComingToRestTest extends OperationSpecification {

    @Test
    void what_stops_by_itself_and_may_gives_back_compute_and_claims_it_again_to_start() {
        running(ComputeWhenStopped.RELEASE);
        accepting();
        observe(ObservedState.STOPPED);
        fleet.await(ComputeReleased.class);
        assertThat(allocation().claims().cpuCores()).isZero();
        assertThat(allocation().claims().diskGB()).isEqualTo(40);
        assertThat(states.resource(RESOURCE).wanted()).isEqualTo(WantedState.STOPPED);
        start(SECOND);
        fleet.await(ResourceStarted.class, event -> event.executionId().equals(SECOND));
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
    }

    @Test
    void what_breaks_down_and_may_gives_back_compute() {
        running(ComputeWhenStopped.RELEASE);
        accepting();
        observe(ObservedState.FAILED);
        fleet.await(ComputeReleased.class);
        assertThat(states.resource(RESOURCE).status()).isEqualTo(ResourceStatus.FAILED);
        assertThat(allocation().claims().cpuCores()).isZero();
    }

    @Test
    void what_could_not_be_stopped_gives_back_compute_once_it_is_seen_at_rest() {
        running(ComputeWhenStopped.RELEASE);
        fleet.on("vm.stop", Conduct.FAIL);
        stop(SECOND, false);
        fleet.await(ResourceActionFailed.class);
        assertThat(allocation().claims().cpuCores()).isEqualTo(4);
        observe(ObservedState.STOPPED);
        fleet.await(ComputeReleased.class);
        assertThat(allocation().claims().cpuCores()).isZero();
    }

    private void accepting() {
        commands.<ResourceState>send(
                new UpdateResource(
                        RESOURCE,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        OnDivergence.ACCEPT,
                        ANY));
    }

    private void observe(ObservedState state) {
        commands.<ResourceState>send(
                new RecordObservation(
                        RESOURCE, NODE, 1, new Observation(state, null, null, NOW), null));
    }
}
