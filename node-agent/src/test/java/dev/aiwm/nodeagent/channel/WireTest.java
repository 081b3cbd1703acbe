package dev.aiwm.nodeagent.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.NodeRegistered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class WireTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_message_says_its_type_time_and_subject() {
        var ack = new CommandAck(ExecutionId.of("65a1b2c3d4e5f60718293a4b"), 2, 1, false);

        var json =
                Wire.JSON.readTree(
                        new Wire(Clock.fixed(NOW, ZoneOffset.UTC))
                                .write("command.ack", new ResourceRef("vm", "1"), ack));

        assertThat(json.path("type").asString()).isEqualTo("command.ack");
        assertThat(json.path("timestamp").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(json.path("messageId").asString()).hasSize(36);
        assertThat(json.path("resource").path("type").asString()).isEqualTo("vm");
        assertThat(json.path("data").path("executionId").asString())
                .isEqualTo("65a1b2c3d4e5f60718293a4b");
    }

    @Test
    void half_of_a_character_does_not_break_the_line_that_carries_it() {
        var node = new ResourceRef("node", "a\ud800b\udc00\ud83d\ude00");
        var ack = new CommandAck(ExecutionId.of("65a1b2c3d4e5f60718293a4b"), 2, 1, false);

        var text = new Wire(Clock.fixed(NOW, ZoneOffset.UTC)).write("command.ack", node, ack);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(Wire.JSON.readTree(text).at("/resource/id").asString()).isEqualTo(node.id());
    }

    @Test
    void what_a_newer_controller_adds_is_ignored() {
        var message =
                Wire.read(
                        """
                        {"type":"node.registered","messageId":"1","timestamp":"2026-01-01T00:00:00Z",
                         "trace":"new","data":{"epoch":3,"heartbeatIntervalMs":1,
                         "metricsIntervalMs":2,"keep":[],"mood":"good"}}
                        """);

        assertThat(message.sentAt()).isEqualTo(NOW);
        assertThat(message.resource()).isNull();
        assertThat(((NodeRegistered) message.data()).epoch()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "{}",
                "{\"type\":\"vm.fly\",\"data\":{}}",
                "{\"type\":\"node.registered\"}",
                "{\"type\":\"node.registered\",\"data\":{\"epoch\":\"many\"}}",
                "{\"type\":\"vm.start\",\"data\":{\"password\":\"hunter2\"}}"
            })
    void what_nobody_can_act_on_is_refused_without_being_quoted(String text) {
        assertThatThrownBy(() -> Wire.read(text))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessageNotContaining("hunter2");
    }
}
