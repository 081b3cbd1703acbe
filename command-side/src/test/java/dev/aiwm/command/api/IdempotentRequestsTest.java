package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IdempotentRequestsTest extends RestTest {
    private static final String KEY = "Idempotency-Key";

    @Test
    void a_repetition_answers_the_same() {
        String body = Rest.container("once", "");

        var first = rest.post("/api/resources", body, KEY, "a").expect(201);
        var again = rest.post("/api/resources", body, KEY, "a").expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        rest.post("/api/resources", Rest.container("one", ""), KEY, "b").expect(201);

        var refused = rest.post("/api/resources", Rest.container("two", ""), KEY, "b").expect(422);

        assertThat(refused.at("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_refusal_of_the_ledger_is_an_answer_too() {
        String gpu = ", \"gpuDeviceIds\": [\"GPU-7\"]";
        String body = Rest.container("none", gpu);

        var first = rest.post("/api/resources", body, KEY, "c").expect(409);

        assertThat(rest.post("/api/resources", body, KEY, "c").expect(409).body())
                .isEqualTo(first.body());
    }

    @Test
    void what_is_malformed_can_be_corrected_under_the_same_key() {
        rest.post("/api/resources", "{\"name\":7}", KEY, "d").expect(400);

        rest.post("/api/resources", Rest.container("better", ""), KEY, "d").expect(201);
    }

    @Test
    void a_key_belongs_to_its_caller_and_path() {
        rest.post("/api/nodes", "{\"nodeId\":\"k1\",\"name\":\"k1\"}", KEY, "e").expect(201);

        rest.post("/api/resources", Rest.container("other", ""), KEY, "e").expect(422);
    }

    @Test
    void an_answer_that_came_later_is_kept_as_well() {
        String body = Rest.container("auto-later", "");

        var first = rest.post("/api/resources", body, KEY, "f", "Prefer", "wait=30").expect(201);
        var again = rest.post("/api/resources", body, KEY, "f", "Prefer", "wait=30").expect(201);

        assertThat(first.at("/status")).isEqualTo("running");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void a_token_in_a_kept_answer_is_sealed() {
        rest.post("/api/nodes", "{\"nodeId\":\"k2\",\"name\":\"k2\"}").expect(201);

        String token = rest.post("/api/nodes/k2/token", "{}", KEY, "g").expect(201).at("/token");

        assertThat(rest.post("/api/nodes/k2/token", "{}", KEY, "g").expect(201).at("/token"))
                .isEqualTo(token);
        byte[] kept =
                rest.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select answer from idempotency_key where request_key = 'g'",
                                byte[].class);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(token);
    }

    @Test
    void an_odd_key_is_refused() {
        rest.post("/api/resources", Rest.container("odd", ""), KEY, "a b").expect(400);
        rest.post("/api/resources", Rest.container("odd", ""), KEY, "k".repeat(201)).expect(400);
    }
}
