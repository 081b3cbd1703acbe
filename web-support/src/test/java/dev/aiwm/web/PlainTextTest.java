package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class PlainTextTest {
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static void assertRefused(Edge.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/message").asString()).contains("surrogate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\\ud800b\"} | /name",
                "{\"name\":\"a\\udc00\\ud800\"} | /name",
                "{\"name\":\"a\\u0000\"} | /name",
                "{\"name\":\"a\",\"parts\":[{\"size\":1},{\"image\":\"\\udc00\"}]} | /parts/1/image",
                "{\"nobody\":{\"asked\":[\"\\ud800\"]}} | /nobody/asked/0",
                "{\"name\\u0000\":\"a\"} | ''",
                "{\"parts\":[{\"\\u0000\":1}]} | /parts/0",
            })
    void a_string_that_no_store_or_line_can_carry_is_refused_with_its_place(
            String body, String pointer) {
        assertRefused(edge.post("/api/samples", body), pointer);
    }

    @Test
    void the_encoding_of_the_body_does_not_matter() {
        var surrogate = "{\"name\":\"\u00e9\\ud800\"}";
        for (var charset : new String[] {"ISO-8859-1", "UTF-16BE", "UTF-8"}) {
            byte[] body = surrogate.getBytes(Charset.forName(charset));
            assertRefused(sent(body, "application/json;charset=" + charset), "/name");
        }
    }

    @Test
    void half_of_a_pair_in_raw_bytes_is_refused_too() {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"name\":\"a".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(sent(body.toByteArray(), "application/json").status()).isEqualTo(400);
    }

    private static Edge.Answer sent(byte[] body, String type) {
        var publisher = HttpRequest.BodyPublishers.ofByteArray(body);
        return edge.send("POST", "/api/samples", publisher, true, "Content-Type", type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "\ud83d\ude00", "\\t\\n\\u0001", "\u00e9"})
    void other_text_is_taken_as_it_is(String name) {
        assertThat(edge.post("/api/samples", "{\"name\":\"" + name + "\"}").status())
                .isEqualTo(200);
    }

    @Test
    void a_parameter_is_plain_text_too() {
        assertRefused(edge.get("/api/samples?name=%00*"), "?name");
        assertThat(edge.get("/api/samples?name=%F0%9F%98%80").status()).isEqualTo(200);
    }
}
