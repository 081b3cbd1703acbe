package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeRegister;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class SpeakingToTheGatewayTest {
    private static final NodeId NODE = NodeId.of("gpu-1");
    private static final NodeId OTHER_NODE = NodeId.of("gpu-2");
    private static final int MOST_CHARACTERS = 100_000;

    @TempDir static Path data;
    private static Controller controller;

    @BeforeAll
    static void start() {
        controller = Controller.start(data, "aiwm.gateway.max-message=" + MOST_CHARACTERS + "B");
        controller.enrol(NODE);
        controller.enrol(OTHER_NODE);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void an_agent_that_registers_is_given_an_epoch_and_is_connected() {
        try (var agent = controller.connect(NODE)) {
            var registered = agent.register(NODE);

            var connected =
                    controller.await(
                            NodeConnected.class, event -> event.epoch() == registered.epoch());
            assertThat(connected.inventory()).isEqualTo(Samples.inventory());
            assertThat(controller.bean(NodeSessions.class).isConnected(NODE)).isTrue();
            assertThat(registered.heartbeatIntervalMs()).isEqualTo(30_000);
            assertThat(registered.metricsIntervalMs()).isEqualTo(30_000);
        }
    }

    @Test
    void epochs_rise_with_each_registration() {
        long before;
        try (var agent = controller.connect(NODE)) {
            before = agent.register(NODE).epoch();
        }
        try (var agent = controller.connect(NODE)) {
            assertThat(agent.register(NODE).epoch()).isGreaterThan(before);
        }
    }

    @Test
    void what_is_said_before_the_registration_is_refused() {
        assertUnregisteredIsRefused(heartbeat("1"), RejectionCode.NOT_REGISTERED);
    }

    @Test
    void what_is_no_json_or_lacks_what_is_required_is_refused() {
        for (String text :
                List.of(
                        "",
                        "hello",
                        "[]",
                        "null",
                        "{}",
                        "{\"type\":\"telemetry.heartbeat\"}",
                        "{\"type\":7,\"messageId\":\"1\"}",
                        heartbeat("x".repeat(201)),
                        "{\"type\":\"telemetry.heartbeat\",\"messageId\":\"1\",\"data\":null}",
                        "{\"type\":\"telemetry.heartbeat\",\"messageId\":\"1\",\"data\":[]}",
                        "{\"type\":\"telemetry.heartbeat\",\"messageId\":\"1\",\"data\":{}}",
                        "{\"type\":\"command.ack\",\"messageId\":\"1\",\"data\":{\"executionId\":"
                                + "\"0123456789abcdef01234567\",\"stepIndex\":0}}",
                        "{\"type\":\"command.ack\",\"messageId\":\"1\",\"data\":{\"executionId\":\"no"
                                + " id\",\"stepIndex\":0,\"attempt\":1,\"compensation\":false}}",
                        "{".repeat(2_000))) {
            assertUnregisteredIsRefused(text, RejectionCode.MALFORMED_MESSAGE);
        }
    }

    @Test
    void a_refusal_names_the_message_and_does_not_quote_it() {
        try (var agent = controller.connect(NODE)) {
            agent.say(
                    "{\"type\":\"telemetry.heartbeat\",\"messageId\":\"mine\","
                            + "\"data\":{\"status\":{\"a\":\"hunter2\"}}}");

            var refusal = agent.next(MessageType.MESSAGE_REFUSED);

            assertThat(refusal.as(MessageRefused.class).messageId()).isEqualTo("mine");
            assertThat(refusal.text()).doesNotContain("hunter2");
        }
    }

    @Test
    void a_type_that_nobody_defined_is_refused() {
        for (String type : List.of("vm.create", "node.registered", "no.such.type")) {
            assertUnregisteredIsRefused(
                    "{\"type\":\"" + type + "\",\"messageId\":\"1\",\"data\":{}}",
                    RejectionCode.UNKNOWN_MESSAGE_TYPE);
        }
    }

    @Test
    void a_message_that_is_too_large_is_refused_and_the_next_one_is_heard() {
        try (var agent = controller.connect(NODE)) {
            agent.say(heartbeat("x".repeat(2 * MOST_CHARACTERS)));
            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.MESSAGE_TOO_LARGE.name());
            assertThat(agent.register(NODE).epoch()).isPositive();
        }
    }

    @Test
    void a_message_that_does_not_end_is_cut_off() {
        try (var agent = controller.connect(NODE)) {
            agent.say(heartbeat("x".repeat(17 * MOST_CHARACTERS)));
            assertThat(agent.closeCode()).isEqualTo(CloseCode.TOO_BIG.code());
        }
    }

    @Test
    void a_binary_frame_is_refused() {
        try (var agent = controller.connect(NODE)) {
            agent.sayBinary();
            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.MALFORMED_MESSAGE.name());
        }
    }

    @Test
    void a_second_registration_over_one_connection_is_refused() {
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            agent.send(MessageType.NODE_REGISTER, registration(NODE));
            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.ALREADY_REGISTERED.name());
        }
    }

    @Test
    void an_agent_cannot_register_as_another_node_than_its_token_says() {
        try (var agent = controller.connect(NODE)) {
            agent.send(MessageType.NODE_REGISTER, registration(OTHER_NODE));
            assertThat(agent.nextRefusal()).isEqualTo(RejectionCode.WRONG_NODE.name());
            assertThat(agent.closeCode()).isEqualTo(CloseCode.WRONG_NODE.code());
        }
    }

    @Test
    void what_is_unknown_in_a_message_is_left_out() {
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            agent.say(
                    "{\"type\":\"command.result\",\"messageId\":\"1\",\"news\":1,\"data\":{"
                            + "\"executionId\":\"0123456789abcdef01234567\",\"stepIndex\":0,"
                            + "\"attempt\":1,\"compensation\":false,\"status\":\"exploded\","
                            + "\"mood\":\"good\"}}");
            assertThat(agent.next(MessageType.RESULT_TAKEN)).isNotNull();
        }
    }

    private static void assertUnregisteredIsRefused(String text, RejectionCode code) {
        try (var agent = controller.connect(NODE)) {
            double counted = controller.refused(code);
            var head = controller.head();
            agent.say(text);

            assertThat(agent.nextRefusal()).as(text).isEqualTo(code.name());
            assertThat(controller.refused(code)).isEqualTo(counted + 1);
            assertThat(controller.eventsAfter(head)).as("changes").isEmpty();
        }
    }

    private static NodeRegister registration(NodeId nodeId) {
        return new NodeRegister(nodeId.value(), "test", Samples.inventory(), List.of());
    }

    private static String heartbeat(String messageId) {
        return "{\"type\":\""
                + MessageType.HEARTBEAT
                + "\",\"messageId\":\""
                + messageId
                + "\",\"timestamp\":\""
                + Instant.now()
                + "\",\"data\":{\"timestamp\":\""
                + new Heartbeat(Instant.now(), "healthy", 1).timestamp()
                + "\",\"status\":\"healthy\",\"uptimeSeconds\":1}}";
    }
}
