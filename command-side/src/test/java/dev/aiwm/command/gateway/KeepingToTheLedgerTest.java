package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.RetryPolicy;
import dev.aiwm.contracts.execution.StepPlan;
import dev.aiwm.contracts.execution.command.RetryExecution;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.node.command.ConfirmReservation;
import dev.aiwm.contracts.node.command.ReleaseCapacity;
import dev.aiwm.contracts.node.command.ReleaseCompute;
import dev.aiwm.contracts.node.command.ReserveCapacity;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.ContainerRestart;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.protocol.SystemHealthCheck;
import dev.aiwm.contracts.resource.ResourceAction;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a user planned is sent only while the resource has its claims. */
class KeepingToTheLedgerTest {
    private static final AtomicInteger NODES = new AtomicInteger();
    private static final String METRICS = "container.metrics";

    @TempDir static Path data;
    private static Controller controller;
    private final NodeId node = NodeId.of("node-" + NODES.incrementAndGet());
    private final ResourceId resource = ResourceId.random();

    @BeforeAll
    static void start() {
        controller = Controller.start(data, "aiwm.gateway.sweep-interval=1h");
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_later_step_of_a_resource_that_lost_its_claims_fails() {
        try (var agent = registered()) {
            hold();
            var plan = planned(new ContainerMetrics(resource), new ContainerMetrics(resource));
            controller.send(plan);
            var first = agent.next(METRICS).as(StepData.class);
            controller.send(new ReleaseCapacity(node, resource, "it was deleted"));
            agent.succeed(first);

            theClaimsAreMissed(plan.executionId());
        }
    }

    @Test
    void another_round_is_looked_at_as_well_and_what_is_about_the_node_needs_no_claims() {
        try (var agent = registered()) {
            var plan = planned(new ContainerMetrics(resource));
            controller.send(plan);
            theClaimsAreMissed(plan.executionId());
            hold();
            controller.send(new RetryExecution(plan.executionId(), null, -1));
            assertThat(agent.next(METRICS).as(StepData.class).executionId())
                    .isEqualTo(plan.executionId());

            var about = new ResourceRef("node", node.value());
            var asking = planned(about, List.of(new SystemHealthCheck()));
            controller.send(asking);
            assertThat(agent.next(SystemHealthCheck.TYPE).as(StepData.class).executionId())
                    .isEqualTo(asking.executionId());
        }
    }

    @Test
    void a_resource_that_gave_back_what_it_computes_with_is_not_started_but_may_be_looked_at() {
        try (var agent = registered()) {
            hold();
            controller.send(new ReleaseCompute(node, resource));
            var plan =
                    planned(
                            new ContainerMetrics(resource),
                            new ContainerRestart(resource, false, 1));
            controller.send(plan);
            agent.succeed(agent.next(METRICS).as(StepData.class));

            theClaimsAreMissed(plan.executionId());
        }
    }

    private void theClaimsAreMissed(ExecutionId id) {
        var failed =
                controller.await(ExecutionFailed.class, event -> event.executionId().equals(id));
        assertThat(failed.failure().code()).isEqualTo("NO_CONFIRMED_CLAIMS");
    }

    private void hold() {
        controller.send(
                new ReserveCapacity(
                        node,
                        resource,
                        "held",
                        Samples.demand(1, 256, 1),
                        Instant.now().plusSeconds(60)));
        controller.send(new ConfirmReservation(node, resource, Claims.NONE));
    }

    private StartExecution planned(AgentCommand... steps) {
        return planned(new ResourceRef("application-container", resource.value()), List.of(steps));
    }

    private StartExecution planned(ResourceRef about, List<AgentCommand> commands) {
        var steps = new ArrayList<StepPlan>();
        for (var command : commands) {
            var after = steps.isEmpty() ? List.<String>of() : List.of("s" + (steps.size() - 1));
            steps.add(
                    new StepPlan(
                            "s" + steps.size(),
                            node,
                            command,
                            after,
                            false,
                            600,
                            RetryPolicy.NONE,
                            null));
        }
        return new StartExecution(
                ExecutionId.random(),
                "planned",
                ResourceAction.CUSTOM,
                about,
                Samples.OWNER,
                steps,
                3_600);
    }

    private FakeAgent registered() {
        controller.enrol(node);
        var agent = controller.connect(node);
        agent.register(node);
        return agent;
    }
}
