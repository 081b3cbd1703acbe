package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ProblemDocumentsTest {
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start("--aiwm.web.request-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    private static void assertProblem(Edge.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        var json = answer.json();
        assertThat(json.path("status").asInt()).isEqualTo(status);
        assertThat(json.path("title").asString()).isNotBlank();
        assertThat(json.path("type").asString()).startsWith("urn:aiwm:problem:");
        assertThat(json.path("correlationId").asString())
                .isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void a_rejection_shows_its_code_and_what_stood_in_the_way() {
        var answer = edge.get("/api/samples/taken");

        assertProblem(answer, 409, "GPU_TAKEN");
        assertThat(answer.json().path("holder").asString()).isEqualTo("674a1b2c3d4e5f6a7b8c9d0e");
        assertThat(answer.json().path("title").asString()).isEqualTo("GPU taken");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/samples/taken");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:aiwm:problem:gpu-taken");
    }

    @Test
    void an_unexpected_failure_says_nothing_of_itself() {
        var answer = edge.get("/api/samples/broken");

        assertProblem(answer, 500, "INTERNAL");
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("IllegalState");
    }

    @Test
    void without_a_token_there_is_401() {
        var answer = edge.anonymous("GET", "/api/samples");

        assertProblem(answer, 401, "UNAUTHENTICATED");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void an_unknown_path_is_404() {
        assertProblem(edge.get("/api/nothing"), 404, "NOT_FOUND");
        assertProblem(edge.anonymous("GET", "/nothing"), 404, "NOT_FOUND");
    }

    @Test
    void a_path_that_names_nothing_possible_is_404() {
        assertProblem(edge.get("/api/samples/abc"), 404, "NOT_FOUND");
    }

    @Test
    void a_wrong_method_is_405_and_names_the_right_ones() {
        var answer = edge.send("PUT", "/api/samples", "{}", "Content-Type", "application/json");

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void a_wrong_media_type_is_415() {
        var answer = edge.send("POST", "/api/samples", "<a/>", "Content-Type", "application/xml");

        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_413() {
        assertProblem(edge.post("/api/samples", "x".repeat(1_100_000)), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_body_that_turns_out_too_large_is_413() {
        var body =
                ("{\"name\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var chunked =
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        var answer =
                edge.send(
                        "POST", "/api/samples", chunked, true, "Content-Type", "application/json");

        assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void malformed_json_is_400_with_its_place() {
        var answer = edge.post("/api/samples", "{\"name\": \"hunter2\"\n oops}");

        assertProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.json().path("detail").asString()).contains("line 2");
        assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("oops");
    }

    @Test
    void a_missing_body_is_400() {
        assertProblem(edge.post("/api/samples", ""), 400, "MALFORMED_REQUEST");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        var answer = edge.post("/api/samples", "{\"name\":\"a\",\"parts\":[{\"sise\":1}]}");

        assertProblem(answer, 400, "UNKNOWN_FIELD");
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/parts/0/sise");
        assertThat(error.path("code").asString()).isEqualTo("UNKNOWN_FIELD");
    }

    @Test
    void values_of_the_wrong_kind_are_refused_without_being_repeated() {
        var answer = edge.post("/api/samples", "{\"name\":\"a\",\"ratio\":\"hunter2\"}");

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/ratio");
        assertThat(answer.body()).doesNotContain("hunter2");
        assertProblem(
                edge.post("/api/samples", "{\"name\":\"a\",\"parts\":[{\"size\":1.5}]}"),
                400,
                "VALIDATION_FAILED");
    }

    @Test
    void every_invalid_field_is_named() {
        var answer = edge.post("/api/samples", "{\"name\":\" \",\"parts\":[{\"size\":11}]}");

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("pointer").asString())
                .containsExactly("/name", "/parts/0/size");
    }

    @Test
    void an_unknown_word_is_refused_with_the_known_ones() {
        for (String word : new String[] {"beos", "unknown"}) {
            var answer =
                    edge.post(
                            "/api/samples",
                            "{\"name\":\"a\",\"parts\":[{\"size\":1,\"image\":\"" + word + "\"}]}");

            assertProblem(answer, 400, "VALIDATION_FAILED");
            assertThat(answer.json().path("errors").path(0).path("message").asString())
                    .contains("ubuntu-22.04")
                    .doesNotContain("unknown");
        }
    }

    @Test
    void a_request_that_takes_too_long_is_503() {
        var answer = edge.get("/api/samples/slow");

        assertProblem(answer, 503, "TIMED_OUT");
        assertThat(answer.header("Retry-After")).isNotNull();
    }

    @Test
    void unknown_query_parameters_are_refused() {
        var answer = edge.get("/api/samples?nmae=a");

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("?nmae");
    }

    @Test
    void a_query_that_cannot_be_decoded_is_400() throws IOException {
        for (var query : List.of("name=%zz", "name=%c3%28")) {
            assertThat(
                            raw(
                                    """
                                    GET /api/samples?%s HTTP/1.1
                                    Host: a
                                    Authorization: Bearer %s
                                    Connection: close

                                    """
                                            .formatted(query, edge.token())
                                            .replace("\n", "\r\n")))
                    .contains("MALFORMED_REQUEST");
        }
    }

    @Test
    void what_the_container_refuses_is_a_problem_too() throws IOException {
        assertThat(raw("GET /api/samples/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("400")
                .contains("application/problem+json");
        assertThat(raw("GET /a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .contains("400")
                .contains("application/problem+json");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", edge.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
