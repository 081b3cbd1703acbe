package dev.aiwm.command.plan;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.NOW;
import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.claims;
import static dev.aiwm.command.sample.Samples.container;
import static dev.aiwm.command.sample.Samples.execution;
import static dev.aiwm.command.sample.Samples.machine;
import static dev.aiwm.command.sample.Samples.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.EventFacts;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmStop;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.ResourceFold;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.config.ResourceConfig;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.contracts.resource.event.ResourceCreated;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.List;
import java.util.Map;

class PlansTest {
    private final Plans plans = new Plans(settings(Map.of()));

    @Test
    void a_machine_is_made_and_started() {
        var steps = plans.create(resourceOf(machine(), Map.of()));
        assertThat(types(steps)).containsExactly("vm.create", "vm.start");
        assertThat(steps.get(0).command())
                .isEqualTo(
                        new VmCreate(
                                resource(1), "it", 1, (VirtualMachineConfig) machine(), claims()));
        assertThat(steps.get(0).compensation()).isEqualTo(new VmDelete(resource(1)));
        assertThat(steps.get(1).dependsOn()).containsExactly("create");
        assertThat(steps).allMatch(step -> step.nodeId().equals(NODE));
    }

    @Test
    void a_container_is_pulled_made_and_started() {
        var steps = plans.create(resourceOf(container(), Map.of()));
        assertThat(types(steps))
                .containsExactly("container.pull", "container.create", "container.start");
        assertThat(((ContainerPull) steps.get(0).command()).image())
                .isEqualTo("postgres:16-alpine");
    }

    @Test
    void a_start_makes_what_is_missing_and_undoes_nothing() {
        var steps = plans.start(resourceOf(machine(), Map.of()));
        assertThat(types(steps)).containsExactly("vm.create", "vm.start");
        assertThat(steps).allMatch(step -> step.compensation() == null);
    }

    @Test
    void a_stop_has_its_grace_time_besides_its_limit() {
        var steps = plans.stop(resourceOf(machine(), Map.of()), false, 60);
        assertThat(steps.get(0).command()).isEqualTo(new VmStop(resource(1), false, 60));
        assertThat(steps.get(0).timeoutSeconds()).isEqualTo(180);
    }

    @Test
    void a_forced_deletion_is_short_and_not_repeated() {
        var resource = resourceOf(machine(), Map.of(Plans.MORE_TIME, "9999"));
        var steps = plans.delete(resource, true);
        assertThat(steps.get(0).timeoutSeconds()).isEqualTo(30);
        assertThat(steps.get(0).retry()).isEqualTo(RetryPolicy.NONE);
        assertThat(plans.delete(resource, false).get(0).timeoutSeconds()).isEqualTo(9_999);
    }

    @Test
    void a_resource_may_ask_for_more_time_but_not_for_nonsense() {
        var slow = plans.create(resourceOf(machine(), Map.of(Plans.MORE_TIME, "86400")));
        assertThat(slow).allMatch(step -> step.timeoutSeconds() == 86_400);
        assertThat(plans.limitSeconds(slow)).isEqualTo(2 * 86_400);
        for (String nonsense : List.of("", "soon", "-1", "99999999999999999999")) {
            var steps = plans.create(resourceOf(machine(), Map.of(Plans.MORE_TIME, nonsense)));
            assertThat(steps.get(1).timeoutSeconds()).isEqualTo(300);
        }
    }

    private static ExecutionSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("aiwm.execution", ExecutionSettings.class);
    }

    private static List<String> types(List<StepPlan> steps) {
        return steps.stream().map(step -> step.command().type()).toList();
    }

    private static ResourceState resourceOf(ResourceConfig config, Map<String, String> labels) {
        var created =
                new ResourceCreated(
                        resource(1),
                        "it",
                        null,
                        labels,
                        OWNER,
                        NODE,
                        config,
                        claims(),
                        ComputeWhenStopped.KEEP,
                        null,
                        true,
                        execution(1),
                        null);
        return ResourceFold.evolve(null, created, new EventFacts(0, NOW));
    }
}
