package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.NodeState;
import dev.aiwm.contracts.node.command.FenceNode;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.resource.ComputeWhenStopped;
import dev.aiwm.contracts.resource.Observation;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.ResourceType;
import dev.aiwm.contracts.resource.command.CreateResource;
import dev.aiwm.contracts.resource.event.ResourceLost;
import dev.aiwm.contracts.resource.event.ResourceObserved;
import dev.aiwm.contracts.resource.event.ResourceStarted;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class ReconcilingTest {
    private static final AtomicInteger NODES = new AtomicInteger();

    @TempDir static Path data;
    private static Controller controller;
    private final NodeId node = NodeId.of("node-" + NODES.incrementAndGet());
    private final ResourceId resource = ResourceId.random();

    @BeforeAll
    static void start() {
        controller = Controller.start(data);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void what_has_a_claim_stays_and_what_has_none_is_to_be_removed() {
        running();
        var stranger = ResourceId.random();
        try (var agent = controller.connect(node)) {
            var registered =
                    agent.register(
                            node,
                            managed(resource, ObservedState.RUNNING),
                            managed(stranger, ObservedState.RUNNING));
            assertThat(registered.keep()).containsExactly(resource);
        }
    }

    @Test
    void what_is_seen_at_the_registration_is_recorded() {
        running();
        try (var agent = controller.connect(node)) {
            agent.register(node, managed(resource, ObservedState.STOPPED));
            assertThat(observed(ObservedState.STOPPED)).isNotNull();
        }
    }

    @Test
    void what_should_be_there_and_is_not_is_recorded_as_absent() {
        running();
        try (var agent = controller.connect(node)) {
            agent.register(node);
            assertThat(observed(ObservedState.ABSENT)).isNotNull();
        }
    }

    @Test
    void what_an_engine_has_that_does_not_answer_is_not_missed_until_it_answers() {
        running();
        try (var agent = controller.connect(node)) {
            agent.register(node, Samples.inventory(0, List.of(Inventory.CONTAINERS)));
            assertThat(
                            controller
                                    .events(ResourceObserved.class)
                                    .filter(event -> event.resourceId().equals(resource)))
                    .isEmpty();
        }
        try (var agent = controller.connect(node)) {
            agent.register(node, Samples.inventory(0, List.of(Inventory.VIRTUAL_MACHINES)));
            assertThat(observed(ObservedState.ABSENT)).isNotNull();
        }
    }

    @Test
    void what_is_still_being_made_is_not_missed() {
        controller.enrol(node);
        try (var agent = controller.connect(node)) {
            agent.register(node);
            create();
            agent.next("vm.create");
        }
        try (var agent = controller.connect(node)) {
            agent.register(node);
            agent.next("vm.create");
            assertThat(
                            controller
                                    .events(ResourceObserved.class)
                                    .filter(event -> event.resourceId().equals(resource)))
                    .isEmpty();
        }
    }

    @Test
    void a_change_that_an_agent_reports_is_recorded() {
        try (var agent = running()) {
            agent.send(
                    MessageType.VM_STATUS,
                    new ResourceStatusReport(resource, seen(ObservedState.FAILED), null));
            assertThat(observed(ObservedState.FAILED)).isNotNull();
        }
    }

    @Test
    void resources_of_a_fenced_node_are_lost_and_come_back_with_it() {
        try (var agent = running()) {
            long epoch =
                    controller
                            .await(NodeConnected.class, event -> event.nodeId().equals(node))
                            .epoch();
            controller.send(new FenceNode(node, epoch, "an operator says so"));
            assertThat(agent.closeCode()).isPositive();
            controller.await(ResourceLost.class, event -> event.resourceId().equals(resource));
        }
        try (var agent = controller.connect(node)) {
            agent.register(node, managed(resource, ObservedState.RUNNING));
            assertThat(observed(ObservedState.RUNNING)).isNotNull();
        }
    }

    private ResourceObserved observed(ObservedState state) {
        return controller.await(
                ResourceObserved.class,
                event ->
                        event.resourceId().equals(resource)
                                && event.observation().state() == state);
    }

    /** A node that is connected and on which the resource runs. */
    private FakeAgent running() {
        controller.enrol(node);
        var agent = controller.connect(node);
        agent.register(node);
        var execution = create();
        boolean over = false;
        while (!over) {
            var message = agent.next();
            if (message.data() instanceof StepData step) {
                agent.succeed(step);
                over = message.type().equals("vm.start");
            }
        }
        controller.await(ExecutionSucceeded.class, event -> event.executionId().equals(execution));
        controller.await(ResourceStarted.class, event -> event.resourceId().equals(resource));
        return agent;
    }

    private ExecutionId create() {
        NodeState state =
                controller.send(
                        new ReserveCapacity(
                                node,
                                resource,
                                "db",
                                Samples.demand(4, 8192, 40),
                                Instant.now().plus(Duration.ofMinutes(5))));
        var execution = ExecutionId.random();
        controller.send(
                new CreateResource(
                        resource,
                        "db",
                        null,
                        Map.of(),
                        Samples.OWNER,
                        node,
                        Samples.machine(),
                        state.allocationOf(resource).claims(),
                        ComputeWhenStopped.KEEP,
                        null,
                        null,
                        true,
                        execution,
                        null));
        return execution;
    }

    private static ManagedResource managed(ResourceId resourceId, ObservedState state) {
        return new ManagedResource(
                resourceId, ResourceType.VIRTUAL_MACHINE, 1, seen(state), Samples.runtime());
    }

    private static Observation seen(ObservedState state) {
        return new Observation(state, null, null, Instant.now());
    }
}
