package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** No client holds a thread by sending nothing, and none waits for ever for an answer. */
class RequestsThatTakeTooLongTest {
    private static final String[] IMPATIENT = {
        "--aiwm.web.request-timeout=300ms", "--server.tomcat.connection-timeout=300ms"
    };

    @Test
    void an_answer_that_does_not_come_is_given_up() {
        try (var edge = Edge.start(IMPATIENT)) {
            var answer = edge.get("/api/samples/slow");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("TIMED_OUT");
        }
    }

    @Test
    void a_body_that_does_not_come_is_not_waited_for() throws Exception {
        try (var edge = Edge.start(IMPATIENT)) {
            var said =
                    exchange(
                            edge,
                            "POST /api/samples HTTP/1.1\r\n"
                                    + "Host: localhost\r\n"
                                    + "Authorization: Bearer "
                                    + edge.token()
                                    + "\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{\"name\":");

            assertThat(said).startsWith("HTTP/1.1 4").contains("MALFORMED_REQUEST");
        }
    }

    @Test
    void a_request_that_does_not_end_is_not_waited_for() throws Exception {
        try (var edge = Edge.start(IMPATIENT)) {
            assertThat(exchange(edge, "GET /api/samples HTTP/1.1\r\nHost: loc"))
                    .doesNotContain(" 200 ");
        }
    }

    /** Sends what is given, and answers all that comes until the server closes the connection. */
    private static String exchange(Edge edge, String request) throws IOException {
        try (var socket = new Socket("localhost", edge.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
