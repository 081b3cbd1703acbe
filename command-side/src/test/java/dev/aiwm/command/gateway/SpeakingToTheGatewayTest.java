package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

class SpeakingToTheGatewayTest {
    private static final NodeId NODE = NodeId.of("gpu-1");

    @TempDir static Path data;
    private static Controller controller;

    @BeforeAll
    static void start() {
        controller = Controller.start(data);
        controller.enrol(NODE);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void an_agent_that_registers_is_given_an_epoch_and_is_connected() {
        try (var agent = controller.connect(NODE)) {
            var registered = agent.register(NODE);

            assertThat(registered.epoch()).isPositive();
            assertThat(controller.bean(NodeSessions.class).isConnected(NODE)).isTrue();
        }
    }

    @Test
    void what_is_said_before_the_registration_is_refused() {
        try (var agent = controller.connect(NODE)) {
            agent.send(MessageType.HEARTBEAT, new Heartbeat(Instant.now(), "healthy", 1));

            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.NOT_REGISTERED.name());
        }
    }
}
