package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.MessageRefused;
import dev.aiwm.contracts.protocol.MessageType;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class ChannelJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void half_of_a_character_does_not_break_the_line_that_carries_it() {
        var why = "\ud800 is no command, \ud83d\ude00 is, \\udc00 is only spelt, \udc00";

        var text =
                new ChannelJson(null)
                        .write(
                                MessageType.MESSAGE_REFUSED,
                                "m1",
                                NOW,
                                new ResourceRef("node", "n1"),
                                new MessageRefused("m0", "MALFORMED_MESSAGE", why));

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        assertThat(JSON.readTree(text).at("/data/message").asString()).isEqualTo(why);
    }
}
