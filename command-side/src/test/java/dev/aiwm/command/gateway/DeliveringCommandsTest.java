package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.vault.Vault;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SecretRef;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.ExecutionSucceeded;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepSucceeded;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResultTaken;
import dev.aiwm.contracts.protocol.StepData;
import dev.aiwm.contracts.resource.config.RegistryAuth;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

class DeliveringCommandsTest {
    private static final String START = "container.start";
    private static final AtomicInteger NODES = new AtomicInteger();

    @TempDir static Path data;
    private static Controller controller;
    private final NodeId node = NodeId.of("node-" + NODES.incrementAndGet());

    @BeforeAll
    static void start() {
        controller =
                Controller.start(
                        data,
                        "aiwm.gateway.attempts-per-node=20",
                        "aiwm.gateway.redeliver-after=300ms",
                        "aiwm.gateway.sweep-interval=100ms");
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_command_reaches_its_node_and_its_result_ends_the_execution() {
        try (var agent = registered()) {
            var work = Work.oneStep(node);
            controller.send(work);
            var message = agent.next(START);
            var step = message.as(StepData.class);
            assertThat(step.executionId()).isEqualTo(work.executionId());
            assertThat(step.command()).isEqualTo(work.steps().get(0).command());

            agent.acknowledge(step);
            controller.await(StepAcknowledged.class, of(work.executionId()));
            agent.succeed(step);

            controller.await(
                    ExecutionSucceeded.class,
                    event -> event.executionId().equals(work.executionId()));
            var taken = agent.next(MessageType.RESULT_TAKEN).as(ResultTaken.class);
            assertThat(taken.executionId()).isEqualTo(work.executionId());
        }
    }

    @Test
    void the_steps_of_an_execution_come_one_after_the_other() {
        try (var agent = registered()) {
            var work = Work.steps(node, 5);
            controller.send(work);
            for (int i = 0; i < 5; i++) {
                var step = agent.nextNew(START).as(StepData.class);
                assertThat(step.stepIndex()).isEqualTo(i);
                agent.succeed(step);
            }
            controller.await(
                    ExecutionSucceeded.class,
                    event -> event.executionId().equals(work.executionId()));
        }
    }

    @Test
    void commands_wait_for_an_agent_that_is_away_and_come_in_their_order() {
        controller.enrol(node);
        var waiting = new ArrayList<ExecutionId>();
        for (int i = 0; i < 20; i++) {
            var work = Work.oneStep(node);
            controller.send(work);
            waiting.add(work.executionId());
        }
        try (var agent = controller.connect(node)) {
            agent.register(node);
            for (ExecutionId expected : waiting) {
                assertThat(agent.nextNew(START).as(StepData.class).executionId())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_command_that_is_not_acknowledged_comes_again_with_the_same_id() {
        try (var agent = registered()) {
            controller.send(Work.oneStep(node));
            var first = agent.next(START);
            var second = agent.next(START);
            assertThat(second.messageId()).isEqualTo(first.messageId());
            assertThat(second.data()).isEqualTo(first.data());
        }
    }

    @Test
    void a_command_that_was_acknowledged_comes_again_with_the_next_registration_only() {
        try (var agent = registered()) {
            controller.send(Work.oneStep(node));
            var step = agent.next(START).as(StepData.class);
            agent.acknowledge(step);
            controller.await(StepAcknowledged.class, of(step.executionId()));
            controller.send(Work.oneStep(node));
            agent.nextNew(START);
            assertThat(agent.next(START).as(StepData.class).executionId())
                    .as("only what was not acknowledged")
                    .isNotEqualTo(step.executionId());
            try (var again = controller.connect(node)) {
                again.register(node);
                assertThat(again.next(START).as(StepData.class)).isEqualTo(step);
            }
        }
    }

    @Test
    void a_result_may_come_without_acknowledgement_and_over_a_later_connection() {
        StepData step;
        try (var agent = registered()) {
            controller.send(Work.oneStep(node));
            step = agent.next(START).as(StepData.class);
        }
        try (var agent = controller.connect(node)) {
            agent.register(node);
            agent.succeed(step);
            controller.await(StepSucceeded.class, event -> isOf(event, step));
            agent.next(MessageType.RESULT_TAKEN);
        }
    }

    @Test
    void a_result_that_is_repeated_is_taken_again_and_counts_once() {
        try (var agent = registered()) {
            controller.send(Work.oneStep(node));
            var step = agent.next(START).as(StepData.class);
            for (int i = 0; i < 3; i++) {
                agent.succeed(step);
                agent.next(MessageType.RESULT_TAKEN);
            }
            assertThat(controller.events(StepSucceeded.class).filter(event -> isOf(event, step)))
                    .hasSize(1);
        }
    }

    @Test
    void a_result_of_an_execution_that_nobody_knows_is_taken_and_dropped() {
        try (var agent = registered()) {
            var unknown = ExecutionId.random();
            agent.send(
                    MessageType.COMMAND_RESULT,
                    new CommandResult(unknown, 0, 1, false, CommandStatus.FAILURE, null, null));
            assertThat(agent.next(MessageType.RESULT_TAKEN).as(ResultTaken.class).executionId())
                    .isEqualTo(unknown);
        }
    }

    @Test
    void a_node_cannot_end_the_step_of_another_node() {
        var other = NodeId.of("node-" + NODES.incrementAndGet());
        controller.enrol(other);
        try (var agent = registered();
                var stranger = controller.connect(other)) {
            stranger.register(other);
            controller.send(Work.oneStep(node));
            var step = agent.next(START).as(StepData.class);

            stranger.succeed(step);

            assertThat(stranger.nextRefusal()).isEqualTo(RejectionCode.WRONG_NODE.name());
            assertThat(controller.events(StepSucceeded.class).filter(event -> isOf(event, step)))
                    .isEmpty();
        }
    }

    @Test
    void a_secret_is_filled_in_for_the_node_and_is_nowhere_else() {
        try (var agent = registered()) {
            var resourceId = ResourceId.random();
            SecretRef ref =
                    controller
                            .bean(Vault.class)
                            .put(resourceId.value(), "registryAuth", "hunter2".toCharArray());
            controller.send(Work.of(node, resourceId, pull(resourceId, ref)));

            var message = agent.next(ContainerPull.TYPE);

            var pull = (ContainerPull) message.as(StepData.class).command();
            assertThat(pull.registryAuth().password().value()).isEqualTo("hunter2");
            assertThat(controller.events(Object.class).toList().toString())
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void a_command_whose_secret_is_gone_fails() {
        try (var agent = registered()) {
            var resourceId = ResourceId.random();
            var work = Work.of(node, resourceId, pull(resourceId, SecretRef.of("gone")));
            controller.send(work);
            var failed =
                    controller.await(
                            ExecutionFailed.class,
                            event -> event.executionId().equals(work.executionId()));
            assertThat(failed.failure().code()).isEqualTo("UNDELIVERABLE");
            assertThat(agent.isClosed()).isFalse();
        }
    }

    private static ContainerPull pull(ResourceId resourceId, SecretRef ref) {
        return new ContainerPull(
                resourceId, "registry/image:1", new RegistryAuth("me", ref), "always");
    }

    private FakeAgent registered() {
        controller.enrol(node);
        var agent = controller.connect(node);
        agent.register(node);
        return agent;
    }

    private static java.util.function.Predicate<StepAcknowledged> of(ExecutionId executionId) {
        return event -> event.executionId().equals(executionId);
    }

    private static boolean isOf(StepSucceeded event, StepData step) {
        return event.executionId().equals(step.executionId());
    }
}
