package dev.aiwm.command.gateway;

import static dev.aiwm.command.sample.Samples.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/** An agent that says far too much, over a real WebSocket. */
class FloodingTheGatewayTest {
    private static final NodeId NODE = NodeId.of("gpu-1");
    private static final NodeId OTHER_NODE = NodeId.of("gpu-2");
    private static final int BURST = 100;
    private static final int FLOOD = 1_000;

    @TempDir static Path data;
    private static Controller controller;

    @BeforeAll
    static void start() {
        controller = Controller.start(data, "aiwm.gateway.rate=100", "aiwm.gateway.burst=" + BURST);
        controller.enrol(NODE);
        controller.enrol(OTHER_NODE);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    private static void flood(FakeAgent agent) {
        for (int i = 0; i < FLOOD; i++) {
            agent.send(MessageType.HEARTBEAT, new Heartbeat(Instant.now(), "healthy", i));
        }
    }

    /** A result that nobody waits for; the gateway answers that it need not come again. */
    private static void report(FakeAgent agent) {
        agent.send(
                MessageType.COMMAND_RESULT,
                new CommandResult(
                        execution(9), 0, 1, false, CommandStatus.SUCCESS, StepResult.EMPTY, null));
    }

    @Test
    void what_is_too_much_is_refused_and_counted_and_changes_nothing() {
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            double counted = controller.refused(RejectionCode.TOO_MANY_REQUESTS);
            var head = controller.head();
            flood(agent);
            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.TOO_MANY_REQUESTS.name());
            assertThat(controller.refused(RejectionCode.TOO_MANY_REQUESTS)).isGreaterThan(counted);
            assertThat(controller.eventsAfter(head)).isEmpty();
        }
    }

    @Test
    void one_that_calms_down_is_heard_again() {
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            flood(agent);
            report(agent);
            var answer = agent.next();
            while (!answer.type().equals(MessageType.RESULT_TAKEN)) {
                assertThat(answer.as(MessageRefused.class).code())
                        .isEqualTo(RejectionCode.TOO_MANY_REQUESTS.name());
                report(agent);
                answer = agent.next();
            }
            assertThat(agent.isClosed()).isFalse();
        }
    }

    @Test
    void another_node_does_not_notice() {
        try (var loud = controller.connect(NODE);
                var quiet = controller.connect(OTHER_NODE)) {
            loud.register(NODE);
            quiet.register(OTHER_NODE);
            flood(loud);
            report(quiet);
            assertThat(quiet.next().type()).isEqualTo(MessageType.RESULT_TAKEN);
            assertThat(loud.nextRefusal()).isEqualTo(RejectionCode.TOO_MANY_REQUESTS.name());
        }
    }
}
