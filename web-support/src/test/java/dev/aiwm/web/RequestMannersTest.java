package dev.aiwm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMannersTest {
    private static Edge edge;

    @BeforeAll
    static void start() {
        edge = Edge.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void every_path_answers_without_the_api_prefix_too() {
        assertThat(edge.get("/samples/7").body()).isEqualTo(edge.get("/api/samples/7").body());
        assertThat(edge.anonymous("GET", "/samples/7").status()).isEqualTo(401);
        assertThat(edge.anonymous("GET", "/health").status()).isEqualTo(200);
    }

    @Test
    void what_is_answered_later_answers_without_the_prefix_too() {
        assertThat(edge.get("/samples/later").json().path("user").asString()).isEqualTo("u1");
        assertThat(edge.get("/api/samples/later").status()).isEqualTo(200);
    }

    @Test
    void a_correlation_id_comes_back() {
        var answer = edge.get("/api/samples/caller", "X-Correlation-Id", "abc-1");

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("abc-1");
        assertThat(answer.json().path("correlationId").asString()).isEqualTo("abc-1");
    }

    @Test
    void a_request_without_correlation_id_gets_one() {
        assertThat(edge.get("/api/samples/7").header("X-Correlation-Id")).isNotBlank();
    }

    @Test
    void the_trace_id_serves_as_correlation_id() {
        var answer =
                edge.get(
                        "/api/samples/7",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(answer.header("X-Correlation-Id")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "{}"})
    void an_odd_correlation_id_is_refused(String id) {
        var answer = edge.get("/api/samples/7", "X-Correlation-Id", id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Correlation-Id")).isNotEqualTo(id);
    }

    @Test
    void a_long_correlation_id_is_refused() {
        assertThat(edge.get("/api/samples/7", "X-Correlation-Id", "a".repeat(129)).status())
                .isEqualTo(400);
    }

    @Test
    void timestamps_have_milliseconds_in_utc() {
        assertThat(edge.get("/api/samples/time").json().path("at").asString())
                .isEqualTo("1970-01-01T00:00:01.000Z");
    }

    @Test
    void if_match_names_a_version() {
        assertThat(expected("\"7\"")).isEqualTo(7);
        assertThat(expected("\"7-3f\"")).as("whatever else was shown").isEqualTo(7);
        assertThat(expected("*")).isEqualTo(-1);
        assertThat(edge.post("/api/samples/change", "{}").json().path("expected").asInt())
                .isEqualTo(-1);
    }

    private static int expected(String ifMatch) {
        return edge.post("/api/samples/change", "{}", "If-Match", ifMatch)
                .json()
                .path("expected")
                .asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"x\"", "W/\"7\"", "\"1\", \"2\"", "\"-1\""})
    void a_malformed_if_match_is_400(String ifMatch) {
        assertThat(edge.post("/api/samples/change", "{}", "If-Match", ifMatch).status())
                .isEqualTo(400);
    }

    @Test
    void prefer_wait_is_bounded() {
        assertThat(wait("wait=5")).isEqualTo(5);
        assertThat(wait("respond-async, wait=5")).isEqualTo(5);
        assertThat(wait("wait=100000")).isEqualTo(60);
        assertThat(wait("return=minimal")).isZero();
        assertThat(edge.post("/api/samples/change", "{}", "Prefer", "wait=soon").status())
                .isEqualTo(400);
    }

    private static int wait(String prefer) {
        return edge.post("/api/samples/change", "{}", "Prefer", prefer).json().path("wait").asInt();
    }

    @Test
    void lists_have_pages_and_an_order() {
        var list = edge.get("/api/samples?page=2&limit=10&sort=-createdAt,name").json();

        assertThat(list.path("page").asInt()).isEqualTo(2);
        assertThat(list.path("limit").asInt()).isEqualTo(10);
        assertThat(list.path("sort")).hasSize(2);
        assertThat(edge.get("/api/samples").json().path("limit").asInt()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=501", "limit=x", "page=0", "sort=a;b", "page=1&cursor=x"})
    void list_parameters_have_limits(String query) {
        assertThat(edge.get("/api/samples?" + query).status()).isEqualTo(400);
    }
}
