package dev.aiwm.command.placement;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.failure;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.resource;
import static dev.aiwm.command.sample.Samples.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.WantedState;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.RestartPolicy;
import dev.aiwm.contracts.resource.event.ResourceActionFailed;
import dev.aiwm.contracts.resource.event.ResourceCreated;
import dev.aiwm.contracts.resource.event.ResourceDivergenceAccepted;
import dev.aiwm.contracts.resource.event.ResourceEvent;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceStartRequested;
import dev.aiwm.contracts.resource.event.ResourceStarted;
import dev.aiwm.contracts.resource.event.ResourceStopRequested;
import dev.aiwm.contracts.resource.event.ResourceStopped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RestingTest {
    private static final ResourceId ID = resource(1);

    @Test
    void what_was_stopped_keeps_none_unless_it_is_to() {
        assertThat(Resting.keepsNoCompute(stopped())).isTrue();
        assertThat(
                        Resting.keepsNoCompute(
                                state(ComputeWhenStopped.KEEP, machine(), stop(), hasStopped())))
                .isFalse();
        assertThat(Resting.keepsNoCompute(stopped(start()))).as("it is being started").isFalse();
    }

    @Test
    void what_is_gone_after_it_was_stopped_keeps_none() {
        assertThat(Resting.keepsNoCompute(stopped(seen(ObservedState.ABSENT)))).isTrue();
    }

    @Test
    void what_is_wanted_to_run_keeps_its_own() {
        assertThat(Resting.keepsNoCompute(released(machine(), seen(ObservedState.STOPPED))))
                .isFalse();
        assertThat(
                        Resting.keepsNoCompute(
                                stopped(
                                        start(),
                                        failed(3, ResourceAction.START),
                                        seen(ObservedState.STOPPED))))
                .isFalse();
    }

    @Test
    void what_could_not_be_stopped_may_run() {
        assertThat(
                        Resting.keepsNoCompute(
                                released(machine(), stop(), failed(2, ResourceAction.STOP))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NO, STOPPED, true",
        "NO, FAILED, true",
        "ON_FAILURE, STOPPED, true",
        "ON_FAILURE, FAILED, false",
        "ON_FAILURE, ABSENT, true",
        "ALWAYS, STOPPED, false",
        "ALWAYS, ABSENT, true",
        "UNLESS_STOPPED, FAILED, false"
    })
    void an_engine_may_begin_it_again(RestartPolicy restarts, ObservedState seen, boolean none) {
        var state = released(container(restarts), seen(seen), accepted());
        assertThat(Resting.keepsNoComputeByItself(state)).isEqualTo(none);
    }

    private static ResourceState stopped(ResourceEvent... more) {
        var events = new ResourceEvent[more.length + 2];
        events[0] = stop();
        events[1] = hasStopped();
        System.arraycopy(more, 0, events, 2, more.length);
        return released(machine(), events);
    }

    private static ResourceState released(ResourceConfig config, ResourceEvent... more) {
        return state(ComputeWhenStopped.RELEASE, config, more);
    }

    private static ResourceState state(
            ComputeWhenStopped policy, ResourceConfig config, ResourceEvent... more) {
        var events = new ArrayList<ResourceEvent>();
        events.add(
                new ResourceCreated(
                        ID,
                        "a",
                        null,
                        Map.of(),
                        OWNER,
                        NODE,
                        config,
                        claims(),
                        policy,
                        null,
                        true,
                        execution(1),
                        null));
        events.add(new ResourceStarted(ID, execution(1), runtime()));
        events.addAll(List.of(more));
        ResourceState state = null;
        for (int i = 0; i < events.size(); i++) {
            state = ResourceFold.evolve(state, events.get(i), new EventFacts(i, NOW));
        }
        return state;
    }

    private static ResourceEvent stop() {
        return new ResourceStopRequested(ID, execution(2), false, 1, null);
    }

    private static ResourceEvent hasStopped() {
        return new ResourceStopped(ID, execution(2), 0);
    }

    private static ResourceEvent start() {
        return new ResourceStartRequested(ID, execution(3), claims());
    }

    private static ResourceEvent failed(int execution, ResourceAction action) {
        return new ResourceActionFailed(ID, execution(execution), action, failure("TIMED_OUT"));
    }

    private static ResourceEvent seen(ObservedState seen) {
        return new ResourceObserved(ID, new Observation(seen, null, null, NOW), null);
    }

    private static ResourceEvent accepted() {
        return new ResourceDivergenceAccepted(ID, WantedState.STOPPED, "it was seen");
    }

    private static ResourceConfig container(RestartPolicy restarts) {
        return Samples.container(
                new ContainerOptions(null, null, null, restarts, null, false, Map.of(), null));
    }
}
